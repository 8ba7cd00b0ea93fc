using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>A rule about two people, the same both ways round, given as a function.</summary>
internal sealed class PairRule(string id, bool isPrivate, Func<Participant, Participant, string?> why) : IMatchRule<Participant, Participant>
{
    public string Id => id;

    public bool IsPrivate => isPrivate;

    public Reason? Forbids(Participant seeker, Participant candidate) => why(seeker, candidate) is { } text ? new(id, text) : null;

    /// <summary>As <see cref="Forbids"/>, without making a reason.</summary>
    public bool Excludes(Participant one, Participant other) => why(one, other) is not null;

    /// <summary>With how many of others the rule forbids somebody to be, in words; null with none of them. Private rules say nothing.</summary>
    public Reason? Summary(Participant person, IReadOnlyCollection<Participant> others, string whom)
    {
        string[] texts = isPrivate ? [] : [.. others.Select(other => why(person, other)).OfType<string>()];
        bool same = texts.Length > 0 && Array.TrueForAll(texts, text => string.Equals(text, texts[0], StringComparison.Ordinal));
        return texts.Length == 0 ? null : new(id, $"With {texts.Length} of {others.Count} {whom}: {(same ? texts[0] : $"the rule {id} forbids it.")}");
    }
}

/// <summary>The standard rules of a request, those that are switched on.</summary>
internal static class PairRules
{
    public static IEnumerable<PairRule> Of(PairingRequest request, MeetingMemory memory)
    {
        PairingRules rules = request.Rules;
        Dictionary<PersonId, HashSet<PersonId>> blocks = request.People.Where(p => p.Blocks.Count > 0).ToDictionary(p => p.Person, p => p.Blocks.ToHashSet());
        if (blocks.Count > 0)
        {
            yield return new(PairingReasons.Block, true, (a, b) => Blocks(a, b) || Blocks(b, a) ? "They are not to be matched." : null);
        }

        if (rules.ReportingDepth > 0)
        {
            Func<PersonId, PersonId?> managerOf = ManagersOf(request);
            yield return new(PairingReasons.ReportingLine, false, (a, b) =>
                Leads(managerOf, a.Person, b.Person, rules.ReportingDepth) || Leads(managerOf, b.Person, a.Person, rules.ReportingDepth) ? "One of them reports to the other." : null);
        }

        if (rules.SharedLanguage)
        {
            yield return new(PairingReasons.Language, false, (a, b) => HaveLanguage(a.Attributes.Languages, b.Attributes.Languages) ? null : "They have no language in common.");
        }

        if (rules.SharedMinutes > 0)
        {
            WorkingHours hours = new(request.At, new(rules.DayStart, rules.DayEnd));
            yield return new(PairingReasons.Hours, false, (a, b) =>
                hours.Shared(a, b) < rules.SharedMinutes ? "Their working days hardly fall together." : null);
        }

        if (rules.RequireOtherDepartment)
        {
            yield return new(PairingReasons.Department, false, (a, b) => Same(a.Attributes.Department, b.Attributes.Department) ? "They come from the same department." : null);
        }

        if (rules.RequireOtherLocation)
        {
            yield return new(PairingReasons.Location, false, (a, b) => Same(a.Attributes.Location, b.Attributes.Location) ? "They work in the same place." : null);
        }

        if (rules.NoRepeatWithin > TimeSpan.Zero)
        {
            yield return new(PairingReasons.Recent, false, (a, b) => memory.MetWithin(a.Person, b.Person, rules.NoRepeatWithin) ? "They met not long ago." : null);
        }

        foreach (IMatchRule<Participant, Participant> extra in request.ExtraRules)
        {
            yield return Of(extra);
        }

        bool Blocks(Participant one, Participant other) => blocks.TryGetValue(one.Person, out HashSet<PersonId>? of) && of.Contains(other.Person);
    }

    /// <summary>A rule of the host, asked both ways round.</summary>
    public static PairRule Of(IMatchRule<Participant, Participant> rule) => new(rule.Id, rule.IsPrivate, (a, b) => (rule.Ask(a, b) ?? rule.Ask(b, a))?.Text);

    private static bool Same(string? one, string? other) => one is not null && string.Equals(one, other, StringComparison.Ordinal);

    private static Func<PersonId, PersonId?> ManagersOf(PairingRequest request)
    {
        Dictionary<PersonId, PersonId> managers = new(request.Managers);
        foreach (Participant person in request.People)
        {
            if (person.Attributes.Manager is { } manager)
            {
                managers[person.Person] = manager;
            }
        }

        return person => managers.TryGetValue(person, out PersonId manager) ? manager : null;
    }

    private static bool Leads(Func<PersonId, PersonId?> managerOf, PersonId leader, PersonId person, int depth)
    {
        PersonId? above = managerOf(person);
        for (int step = 0; step < depth && above is { } manager; step++)
        {
            if (manager == leader)
            {
                return true;
            }

            above = managerOf(manager);
        }

        return false;
    }

    private static bool HaveLanguage(ValueList<string> one, ValueList<string> other)
    {
        if (one.Count == 0 || other.Count == 0)
        {
            return true;
        }

        foreach (string mine in one.AsSpan())
        {
            foreach (string theirs in other.AsSpan())
            {
                if (Base(mine).Equals(Base(theirs), StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }
        }

        return false;

        static ReadOnlySpan<char> Base(string tag) => tag.IndexOfAny(['-', '_']) is > 0 and var cut ? tag.AsSpan(0, cut) : tag;
    }
}
