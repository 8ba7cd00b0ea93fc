using System.Runtime.CompilerServices;
using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>Takes checked rows to the log: while batches of them are looked up and added on another thread, the next is read.</summary>
/// <remarks>
/// Batches are added one after the other, in the order of the file, and before any problem is reported all rows before it are in the log: the
/// outcome, and the order of problems, is that of one thread. A file of less than a batch stays on one thread.
/// </remarks>
internal sealed class ActivityPipeline(Draft draft, ActivityLogBuilder builder)
{
    /// <summary>So many batches that neither thread waits for the other to wake up, so few that they stay in the processor's cache.</summary>
    private readonly ActivityBatch[] ring = [new(), new(), new(), new(), new(), new()];
    private Task last = Task.CompletedTask;
    private int filling;
    private bool reporting;

    /// <summary>The batch that takes the next row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ActivityBatch Next() => ring[filling].IsFull ? HandOver(ring[filling]) : ring[filling];

    /// <summary>Waits until every row is in the log, and reports the conflicts among them.</summary>
    public void Drain()
    {
        if (reporting)
        {
            return;
        }

        for (int ahead = 1; ahead < ring.Length; ahead++)
        {
            Finish(ring[(filling + ahead) % ring.Length]);
        }

        ring[filling].AddTo(builder);
        Report(ring[filling]);
    }

    private ActivityBatch HandOver(ActivityBatch full)
    {
        last = full.Work = last.ContinueWith(_ => full.AddTo(builder), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
        filling = (filling + 1) % ring.Length;
        Finish(ring[filling]);
        return ring[filling];
    }

    private void Finish(ActivityBatch batch)
    {
        if (batch.Work is { } work)
        {
            work.GetAwaiter().GetResult();
            batch.Work = null;
            Report(batch);
        }
    }

    private void Report(ActivityBatch batch)
    {
        reporting = true;
        foreach ((int origin, int known, string id) in batch.Conflicts)
        {
            Place place = draft.PlaceOf(origin);
            place.File.Error(place.Line, "id", ProblemCode.ActivityIdConflict, $"{draft.PlaceOf(known)} has another activity with the id {id}");
        }

        batch.Clear();
        reporting = false;
    }
}
