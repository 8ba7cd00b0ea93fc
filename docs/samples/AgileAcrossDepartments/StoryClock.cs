namespace AgileAcrossDepartments;

/// <summary>The clock of the story: stands where the story is.</summary>
internal sealed class StoryClock : TimeProvider
{
    public DateTimeOffset Now { get; set; }

    public override DateTimeOffset GetUtcNow() => Now;
}
