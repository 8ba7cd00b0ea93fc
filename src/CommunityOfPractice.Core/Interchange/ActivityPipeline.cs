using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>Takes checked rows to the log: while one batch of them is looked up and added on another thread, the next is read.</summary>
/// <remarks>
/// Rows arrive in order, one batch at a time, and conflicts of ids are reported on the reader's thread when their batch is done, so that the
/// outcome does not depend on timing. A file of less than a batch stays on one thread.
/// </remarks>
internal sealed class ActivityPipeline(Draft draft, ActivityLogBuilder builder)
{
    private ActivityBatch filling = new();
    private ActivityBatch working = new();
    private Task? work;

    /// <summary>The batch that takes the next row.</summary>
    public ActivityBatch Next()
    {
        if (filling.IsFull)
        {
            Finish();
            (filling, working) = (working, filling);
            work = Task.Run(() => working.AddTo(builder));
        }

        return filling;
    }

    /// <summary>Waits until every row is in the log.</summary>
    public void Drain()
    {
        Finish();
        filling.AddTo(builder);
        Report(filling);
    }

    private void Finish()
    {
        if (work is not null)
        {
            work.GetAwaiter().GetResult();
            work = null;
            Report(working);
        }
    }

    private void Report(ActivityBatch batch)
    {
        foreach ((int origin, int known, string id) in batch.Conflicts)
        {
            Place place = draft.PlaceOf(origin);
            place.File.Error(place.Line, "id", ProblemCode.ActivityIdConflict, $"{draft.PlaceOf(known)} has another activity with the id {id}");
        }

        batch.Clear();
    }
}
