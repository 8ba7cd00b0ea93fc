using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Tool.Histories;

/// <summary>A clock that always shows when the command at hand happened: a replay says recorded when it occurred, so that hashes tell of the history alone.</summary>
internal sealed class ReplayClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch;

    public override DateTimeOffset GetUtcNow() => Now;
}

/// <summary>Sets the clock before each command.</summary>
internal sealed class TimedCommands(ICommunityCommands commands, ReplayClock clock) : ICommunityCommands
{
    public ValueTask<Decision<Committed>> ExecuteAsync(Command command, Actor by, CancellationToken cancellationToken = default) =>
        ExecuteAsync(new CommandRequest(command, by), cancellationToken);

    public ValueTask<Decision<Committed>> ExecuteAsync(CommandRequest request, CancellationToken cancellationToken = default)
    {
        clock.Now = request.At ?? clock.Now;
        return commands.ExecuteAsync(request, cancellationToken);
    }
}
