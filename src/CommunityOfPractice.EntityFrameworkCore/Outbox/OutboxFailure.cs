using CommunityOfPractice.Core.Communities;

namespace CommunityOfPractice.EntityFrameworkCore;

/// <summary>An entry that a handler could not handle.</summary>
/// <param name="Consumer">The handler's name.</param>
/// <param name="Community">The community; what comes after the entry waits.</param>
/// <param name="Version">The version of the entry.</param>
/// <param name="Exception">What the handler threw.</param>
public sealed record OutboxFailure(string Consumer, CommunityId Community, long Version, Exception Exception);
