using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Vocabulary;

namespace MinimalApi;

/// <summary>Turns refusals into problem details (RFC 9457): one response with every reason and its stable code.</summary>
/// <remarks>
/// 404 the community is unknown to who asks; 403 they may not; 409 it is there already, the id is taken, or others were faster: look and try again;
/// 422 any other rule. What cannot be read at all (JSON, ids) is 400.
/// </remarks>
internal sealed class Problems(IReasonDescriber describer)
{
    public IResult Of(Refusal refusal) => Results.Problem(
        title: "The rules say no.",
        detail: string.Join(" ", refusal.Reasons.Select(describer.Describe)),
        statusCode: StatusOf(refusal.Code),
        type: $"urn:communityofpractice:{refusal.Code}",
        extensions: new Dictionary<string, object?>
        {
            ["reasons"] = refusal.Reasons.Select(r => new { code = r.Code, text = describer.Describe(r), arguments = r.Arguments }),
        });

    public IResult Answer<T>(Decision<T> decision, Func<T, IResult> accepted) => decision.Match(accepted, Of);

    private static int StatusOf(string code) => code switch
    {
        "community.unknown" => StatusCodes.Status404NotFound,
        "permission.denied" => StatusCodes.Status403Forbidden,
        _ when code.EndsWith(".hidden", StringComparison.Ordinal) => StatusCodes.Status403Forbidden,
        "record.contended" => StatusCodes.Status409Conflict,
        _ when code.EndsWith(".exists", StringComparison.Ordinal) || code.EndsWith("-taken", StringComparison.Ordinal) || code.EndsWith("id-conflict", StringComparison.Ordinal) => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}
