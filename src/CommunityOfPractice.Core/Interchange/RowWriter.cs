using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>Writes one row, value by value in the order of the schema's columns; a value that is null or an empty list is absent.</summary>
internal abstract class RowWriter
{
    public abstract void Begin(Schema schema);

    public abstract void Text(int column, string? value);

    public abstract void List<T>(int column, ValueList<T> items)
        where T : notnull;

    public abstract void Flag(int column, bool? value);

    public abstract void Number(int column, int? value);

    public abstract void End();

    public void Time(int column, DateTimeOffset? at) => Text(column, at is { } time ? InstantText.Format(time) : null);
}
