using System.Reflection;
using CommunityOfPractice.Core.People;

namespace MinimalApi;

/// <summary>
/// A STUB, NOT AUTHENTICATION: who acts is whoever the caller says, in the header <c>X-Actor</c>: <c>person:ada</c>, or <c>host:intranet</c> for administration.
/// In a real host take the person from <c>HttpContext.User</c>, and the administrator from a policy.
/// </summary>
internal readonly record struct Acting(Actor By)
{
    public const string Header = "X-Actor";

    public static ValueTask<Acting> BindAsync(HttpContext context, ParameterInfo parameter) =>
        Actor.TryParse(context.Request.Headers[Header], null, out Actor by) && by.RuleId is null
            ? new(new Acting(by))
            : throw new IllegalRequestException(new("actor.missing", "The header says who acts: person:ID or host:NAME.", "header", Header), StatusCodes.Status401Unauthorized);

    /// <summary>The person who acts; what only a person can do, no administrator does for them.</summary>
    public PersonId Person => By.Person ?? throw new IllegalRequestException(new("actor.no-person", "This is for a person: send person:ID.", "header", Header));
}
