using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Statistics;

namespace CommunityOfPractice.Core.Matching;

/// <summary>How much people answered, of late above all: an accepted answer counts twice, and each counts half after 91 days.</summary>
/// <remarks>Weights are whole numbers of 2^-32, so that sums have no order.</remarks>
internal sealed class AnswerTally
{
    private const double Unit = 1L << 32, HalfLifeDays = 91, Ln2 = 0.693147180559945309;

    private readonly Dictionary<PersonId, (long Weight, int Answers, int Accepted)> people = [];

    public long Total { get; private set; }

    public int Accepted { get; private set; }

    public IEnumerable<(PersonId Person, int Accepted)> Winners => people.Where(p => p.Value.Accepted > 0).Select(p => (p.Key, p.Value.Accepted));

    /// <summary>The weight of one answer; never below one unit.</summary>
    public static long WeightOf(AnswerEvidence answer, DateTimeOffset at) =>
        Math.Max(1, (long)(Unit * PortableMath.Exp(-Ln2 * (at - answer.At).TotalDays / HalfLifeDays))) * (answer.Accepted ? 2 : 1);

    public void Add(AnswerEvidence answer, long weight)
    {
        (long before, int answers, int accepted) = people.GetValueOrDefault(answer.Person);
        int won = answer.Accepted ? 1 : 0;
        people[answer.Person] = (before + weight, answers + 1, accepted + won);
        Total += weight;
        Accepted += won;
    }

    public bool Knows(PersonId person) => people.ContainsKey(person);

    public int Answers(PersonId person) => people.GetValueOrDefault(person).Answers;

    /// <summary>What is somebody's, in answers of today.</summary>
    public double Of(PersonId person) => people.GetValueOrDefault(person).Weight / Unit;

    public double Sum => Total / Unit;
}
