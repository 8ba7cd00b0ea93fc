using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Tells the host's handlers what was committed; a failing one is noted and never stops the others.</summary>
internal sealed class FactPublisher(IEnumerable<IFactHandler> handlers)
{
    private readonly Lazy<IFactHandler[]> handlers = new(() => [.. handlers]);

    /// <summary>Has the handlers made, so that one that cannot be made fails before anything is committed.</summary>
    public void Prepare() => _ = handlers.Value;

    public async ValueTask<ValueList<HandlerFailure>> PublishAsync(ValueList<JournalEntry> entries, CancellationToken cancellationToken)
    {
        List<HandlerFailure> failures = [];
        foreach (IFactHandler handler in entries.Count == 0 ? [] : handlers.Value)
        {
            try
            {
                await handler.HandleAsync(entries, cancellationToken).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // whatever a handler throws, the commit stands and is told
            catch (Exception exception)
#pragma warning restore CA1031
            {
                failures.Add(new HandlerFailure(handler.GetType(), exception));
            }
        }

        return failures.ToValueList();
    }
}
