using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>What a community does and makes, the third of its parts beside its domain and its people: gatherings, knowledge and stories, questions, recognition.</summary>
/// <remarks>Immutable; the fold of the facts about it. A fact makes a new one, which shares with the one before what did not change.</remarks>
public sealed class Practice
{
    private Practice()
    {
    }

    private Practice(Practice other)
    {
        Calendar = other.Calendar;
        Repertoire = other.Repertoire;
        Questions = other.Questions;
        Recognition = other.Recognition;
    }

    /// <summary>Gets the practice of a community in which nothing has happened yet.</summary>
    /// <value>Every part is empty.</value>
    public static Practice Empty { get; } = new();

    /// <summary>Gets when and how people gather.</summary>
    /// <value>Empty by default.</value>
    public Calendar Calendar { get; private init; } = Calendar.Empty;

    /// <summary>Gets what people have made, and what came of it: artifacts and value stories.</summary>
    /// <value>Empty by default.</value>
    public Repertoire Repertoire { get; private init; } = Repertoire.Empty;

    /// <summary>Gets what people want to know.</summary>
    /// <value>Empty by default.</value>
    public Questions Questions { get; private init; } = Questions.Empty;

    /// <summary>Gets what was celebrated: milestones and kudos.</summary>
    /// <value>Empty by default.</value>
    public Recognition Recognition { get; private init; } = Recognition.Empty;

    /// <summary>Makes the practice that a state was taken of, or that a host keeps elsewhere.</summary>
    /// <param name="state">Everything that it holds; each id once.</param>
    /// <returns>The practice; <see cref="Empty"/> for an empty state. O(n log n).</returns>
    /// <exception cref="ArgumentException">Two different artifacts or stories have one id.</exception>
    public static Practice Of(PracticeState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state == PracticeState.Empty ? Empty : new()
        {
            Calendar = Calendar.Of(state.Gatherings, state.Series),
            Repertoire = Repertoire.Of(state),
            Questions = Questions.Of(state.Questions),
            Recognition = Recognition.Of(state),
        };
    }

    /// <summary>Returns everything that it holds, as plain lists.</summary>
    /// <returns>Equal for equal practices; O(n log n) in what it holds.</returns>
    public PracticeState ToState() => ReferenceEquals(this, Empty) ? PracticeState.Empty : Repertoire.Into(new()
    {
        Gatherings = Calendar.Recorded.OrderBy(g => g.Id).Select(g => g.ToState()).ToValueList(),
        Series = Calendar.AllSeries.ToValueList(),
        Questions = Questions.All.ToValueList(),
        Milestones = Recognition.Kept.Milestones.ToValueList(),
        Kudos = Recognition.Kept.Kudos.ToValueList(),
        RecognitionOptOuts = Recognition.Kept.OptedOut.ToValueList(),
    });

    /// <summary>What the community has to settle before it closes: an item of the legacy plan has its name.</summary>
    internal IEnumerable<string> OpenItems() => Repertoire.OpenItems().Concat(Questions.OpenItems());

    internal Practice With(Calendar calendar) => new(this) { Calendar = calendar };

    internal Practice With(Repertoire repertoire) => new(this) { Repertoire = repertoire };

    internal Practice With(Questions questions) => new(this) { Questions = questions };

    internal Practice With(Recognition recognition) => new(this) { Recognition = recognition };
}
