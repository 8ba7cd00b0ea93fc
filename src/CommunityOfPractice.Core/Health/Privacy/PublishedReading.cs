using System.Globalization;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>What readers know from reports before about how many people a reading was about: beside it, a change by a few people is told about those few.</summary>
internal static class PublishedReading
{
    internal const string Code = "group.held";

    private const string People = "n", Number = "value"; // as a report in JSON names them; the others are details

    /// <summary>What of the reading is told beside what was published before. It keeps what readers know and it does not tell, so that waiting for one more report does not help them.</summary>
    public static Reading Hold(Reading now, Reading before, ReadingSources sources, SuppressionPolicy policy)
    {
        Dictionary<string, double> known = Told(before, sources), fresh = Told(now, sources);
        foreach (Detail kept in before.LastTold ?? [])
        {
            known.TryAdd(kept.Name, kept.Number);
        }

        Reading reading = IsHeld(People) || IsHeld(Number) ? new(Withheld(policy)) : fresh.Keys.Any(IsHeld) ? now with { Details = [] } : now;
        Dictionary<string, double> told = Told(reading, sources);
        ValueList<Detail> left = known.Where(k => !told.ContainsKey(k.Key)).OrderBy(k => k.Key, StringComparer.Ordinal).Select(k => new Detail(k.Key, k.Value)).ToValueList();
        return reading with { LastTold = left.Count == 0 ? null : left };

        bool IsHeld(string name) => known.TryGetValue(name, out double then) && fresh.TryGetValue(name, out double number)
            && Math.Abs(then) < long.MaxValue && Math.Abs(number) < long.MaxValue && policy.IsHeld((long)Math.Round(then), (long)Math.Round(number));
    }

    /// <summary>Every number of people that a reading tells, by name.</summary>
    private static Dictionary<string, double> Told(Reading reading, ReadingSources sources)
    {
        Dictionary<string, double> told = new(StringComparer.Ordinal);
        bool ofPeople = sources.Group == ReadingGroup.People;
        if (reading.Measurement is Measurement.Value value)
        {
            Add(ofPeople, People, value.Count);
            Add(sources.CountsPeople, Number, value.Number);
        }
        else if (reading.Measurement is Measurement.InsufficientData little)
        {
            Add(ofPeople && CountsPeople(little), People, little.Have);
        }

        foreach (Detail detail in reading.Details)
        {
            Add(sources.PeopleDetails.AsSpan().Contains(detail.Name), detail.Name, detail.Number);
        }

        return told;

        void Add(bool counts, string name, double number)
        {
            if (counts)
            {
                told.TryAdd(name, number);
            }
        }
    }

    /// <summary>Whether a shortage is one of people: weeks, contributions or per cent tell of nobody.</summary>
    private static bool CountsPeople(Measurement.InsufficientData little) =>
        little.What.Split(' ')[0] is "people" or "members" or "contributors" or "newcomers" or "attendees";

    private static Measurement.Suppressed Withheld(SuppressionPolicy policy) => new(new Reason(Code, string.Create(CultureInfo.InvariantCulture, $"It changed by fewer than {policy.SmallestGroup} people since it was last told."))
    {
        Arguments = [policy.SmallestGroup.ToString(CultureInfo.InvariantCulture)],
    });
}
