using System.Reflection;
using CommunityOfPractice.Core.People;

namespace MinimalApi;

/// <summary>
/// A STUB, NOT AUTHENTICATION: who acts is whoever the caller says, in the header <c>X-Actor</c>: <c>person:ada</c>, or <c>host:intranet</c> for administration.
/// In a real host take the person from <c>HttpContext.User</c>, and the administrator from a policy.
/// </summary>
internal readonly record struct Acting(Actor By)
{
    public static ValueTask<Acting> BindAsync(HttpContext context, ParameterInfo parameter) =>
        Actor.TryParse(context.Request.Headers["X-Actor"], null, out Actor by) && by.RuleId is null
            ? new(new Acting(by))
            : throw new BadHttpRequestException("The header X-Actor says who acts: person:ID or host:NAME.", StatusCodes.Status401Unauthorized);

    /// <summary>The person who acts; what only a person can do, no administrator does for them.</summary>
    public PersonId Person => By.Person ?? throw new BadHttpRequestException("This is for a person: send X-Actor: person:ID.");
}
