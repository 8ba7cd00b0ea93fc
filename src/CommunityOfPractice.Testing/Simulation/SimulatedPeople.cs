using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Testing;

/// <summary>The people of a simulated organisation, by number.</summary>
internal sealed class SimulatedPeople
{
    /// <summary>How many times the least rate the greatest one is.</summary>
    private const double Spread = 30;

    private static readonly string[] Names =
    [
        "ada", "amir", "anouk", "aylin", "ben", "björn", "carla", "chen", "chloe", "dana", "dev", "diego", "eli", "elif", "emma", "femke", "finn", "grace", "hana", "hugo", "imani", "ines",
        "ivan", "jana", "jonas", "kofi", "lars", "leila", "lina", "luca", "maja", "marek", "mei", "mila", "nadia", "nils", "noor", "olga", "omar", "paul", "priya", "rosa", "sami", "sofia",
        "tariq", "tess", "uma", "viktor", "wanda", "yara", "yusuf", "zoe",
    ];

    public SimulatedPeople(SimulationOptions options, SplitMix64 random)
    {
        int count = options.Departments.Sum(d => d.People);
        int[] numbers = [.. Enumerable.Range(0, count)];
        random.Split(0).Shuffle(numbers.AsSpan());
        Department = [.. options.Departments.Index().SelectMany(d => Enumerable.Repeat(d.Index, d.Item.People))];
        Place = new int[count];
        Factor = new double[count];
        People = new Person[count];
        double least = LeastOf(options.Tail), allWeights = options.Places.Sum(p => p.Weight);
        for (int i = 0; i < count; i++)
        {
            Chance chance = new(random.Split(1 + i));
            Place[i] = PlaceOf(chance.Unit() * allWeights, options.Places);
            Factor[i] = FactorOf(chance.Unit(), options.Tail, least);
            (int round, int name) = Math.DivRem(numbers[i], Names.Length);
            SimulatedPlace place = options.Places[Place[i]];
            People[i] = new(
                new(NameOf(round, Names[name])),
                [new PersonAttributes { Department = options.Departments[Department[i]].Name, Location = place.Name, TimeZone = place.TimeZone }]);
        }
    }

    public int Count => People.Length;

    public Person[] People { get; }

    public int[] Department { get; }

    public int[] Place { get; }

    /// <summary>How much more than the average each takes part; 1 is the average of all who could be drawn.</summary>
    public double[] Factor { get; }

    public PersonId this[int person] => People[person].Id;

    /// <summary>Namesakes get a letter, and a number once there are no more letters.</summary>
    private static string NameOf(int round, string name) =>
        round == 0 ? name : round < 26 ? FormattableString.Invariant($"{name}-{(char)('a' + round)}") : FormattableString.Invariant($"{name}-{round + 1}");

    /// <summary>The least rate of a Pareto distribution that is cut off and has the mean 1.</summary>
    private static double LeastOf(double tail) => (tail - 1) / tail * (1 - Power(Spread, -tail)) / (1 - Power(Spread, 1 - tail));

    private static double FactorOf(double unit, double tail, double least) => least * Power(1 - (unit * (1 - Power(Spread, -tail))), -1 / tail);

    private static double Power(double number, double exponent) => PortableMath.Exp(exponent * PortableMath.Log(number));

    private static int PlaceOf(double weight, ValueList<SimulatedPlace> places)
    {
        int place = 0;
        while (place < places.Count - 1 && weight >= places[place].Weight)
        {
            weight -= places[place++].Weight;
        }

        return place;
    }
}
