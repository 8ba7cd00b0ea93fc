using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>May this actor put this command?</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Command">The command.</param>
/// <param name="By">Who wants it.</param>
/// <param name="Standing">In what capacities they act, as the record tells.</param>
public sealed record PermissionQuestion(Command Command, Actor By, Standing Standing);
