using System.Text.Json.Serialization;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>The settings of a pairing round: what it makes, what is forbidden, and what counts how much.</summary>
/// <remarks>Immutable and compared by value. The numbers are starting values without empirical calibration.</remarks>
public sealed record PairingRules
{
    /// <summary>The largest weight of a criterion.</summary>
    public const int LargestWeight = 1000;

    /// <summary>Gets the settings with their defaults.</summary>
    /// <value>Every member at its own default.</value>
    public static PairingRules Default { get; } = new();

    /// <summary>Gets what the round makes.</summary>
    /// <value>The default value is <see cref="PairingFormat.Pairs"/>.</value>
    public PairingFormat Format { get; init; }

    /// <summary>Gets the size aimed at for groups, or the number of seats of a lottery.</summary>
    /// <value>From 3 to 8. The default value is 4. Pairs do not look at it.</value>
    public int GroupSize { get; init; } = 4;

    /// <summary>Gets who has a seat in the lottery's group in any case.</summary>
    /// <value>At most two, who must take part. Empty by default.</value>
    [JsonConverter(typeof(ValueListJsonConverter<PersonId>))]
    public ValueList<PersonId> FixedGuests { get; init => field = value ?? []; } = [];

    /// <summary>Gets a value indicating whether somebody who is left over joins a pair, so that it becomes three.</summary>
    /// <value>The default value is <see langword="true"/>.</value>
    public bool Trios { get; init; } = true;

    /// <summary>Gets how far up the reporting line somebody may not be paired with a manager.</summary>
    /// <value>0 to 100 steps; 0 switches the rule off. The default value is 2: manager, and manager's manager.</value>
    public int ReportingDepth { get; init; } = 2;

    /// <summary>Gets a value indicating whether people need a language in common.</summary>
    /// <value>The default value is <see langword="true"/>. Dialects do not matter: <c>en-GB</c> and <c>en</c> are one.</value>
    public bool SharedLanguage { get; init; } = true;

    /// <summary>Gets how many minutes of their working days must fall together.</summary>
    /// <value>0 to 1440; 0 switches the rule off. The default value is 60.</value>
    public int SharedMinutes { get; init; } = 60;

    /// <summary>Gets when a working day begins, in minutes after local midnight.</summary>
    /// <value>0 to 1439. The default value is 540: nine o'clock.</value>
    public int DayStart { get; init; } = 540;

    /// <summary>Gets when a working day ends, in minutes after local midnight.</summary>
    /// <value>Above <see cref="DayStart"/>, to 1440. The default value is 1020: five o'clock.</value>
    public int DayEnd { get; init; } = 1020;

    /// <summary>Gets a value indicating whether people must come from different departments.</summary>
    /// <value>The default value is <see langword="false"/>.</value>
    public bool RequireOtherDepartment { get; init; }

    /// <summary>Gets a value indicating whether people must work in different places.</summary>
    /// <value>The default value is <see langword="false"/>.</value>
    public bool RequireOtherLocation { get; init; }

    /// <summary>Gets for how long people who met may not meet again, even when there is nobody else.</summary>
    /// <value>Zero or more; the default value is zero: a repeat is better than nobody.</value>
    public TimeSpan NoRepeatWithin { get; init; }

    /// <summary>Gets how many points a pair loses for each quarter of met², where met counts earlier meetings, old ones less.</summary>
    /// <value>0 to 1,000,000; null, the default, means more than all scores together: no repeats while there are alternatives.</value>
    public int? RepeatPenalty { get; init; }

    /// <summary>Gets after how long a meeting counts half in <see cref="RepeatPenalty"/>.</summary>
    /// <value>A day or more. The default value is 182 days.</value>
    public TimeSpan RepeatHalfLife { get; init; } = TimeSpan.FromDays(182);

    /// <summary>Gets the time within which <see cref="Participant.MostMeetings"/> counts.</summary>
    /// <value>A day or more. The default value is 28 days.</value>
    public TimeSpan CapacityWindow { get; init; } = TimeSpan.FromDays(28);

    /// <summary>Gets how much it counts that two people come from different departments.</summary>
    /// <value>0 to 1000. The default value is 400.</value>
    public int DepartmentWeight { get; init; } = 400;

    /// <summary>Gets how much it counts that two people work in different places.</summary>
    /// <value>0 to 1000. The default value is 200.</value>
    public int LocationWeight { get; init; } = 200;

    /// <summary>Gets how much it counts that two people share topics.</summary>
    /// <value>0 to 1000. The default value is 300.</value>
    public int TopicWeight { get; init; } = 300;

    /// <summary>Gets how much it counts that two people who met before found it useful.</summary>
    /// <value>0 to 1000. The default value is 100.</value>
    public int OutcomeWeight { get; init; } = 100;

    /// <summary>Lists everything that is wrong with the settings.</summary>
    /// <returns>Empty when they can be used. Codes begin with <c>rules.</c>.</returns>
    public ValueList<Reason> Problems()
    {
        Guards guards = new();
        guards.Require(Enum.IsDefined(Format), "rules.format", $"'{Format}' is no format.");
        guards.Require(GroupSize is >= 3 and <= 8, "rules.group-size", $"A group has 3 to 8 people, not {GroupSize}.");
        guards.Require(FixedGuests.Count <= 2 && FixedGuests.Distinct().Count() == FixedGuests.Count, "rules.fixed-guests", "At most two different people have a fixed seat.");
        guards.Require(ReportingDepth is >= 0 and <= 100, "rules.reporting-depth", $"The reporting line has 0 to 100 steps, not {ReportingDepth}.");
        guards.Require(SharedMinutes is >= 0 and <= 1440, "rules.shared-minutes", $"Shared minutes go from 0 to 1440, not {SharedMinutes}.");
        guards.Require(DayStart is >= 0 and < 1440 && DayEnd > DayStart && DayEnd <= 1440, "rules.day", "A working day begins before it ends, both within one day.");
        guards.Require(SharedMinutes <= Math.Max(0, DayEnd - DayStart), "rules.shared-minutes-day", "No two people share more minutes than a working day has.");
        guards.Require(NoRepeatWithin >= TimeSpan.Zero, "rules.no-repeat-within", "The time without repeats is not negative.");
        guards.Require(RepeatPenalty is null or (>= 0 and <= 1_000_000), "rules.repeat-penalty", "The penalty of a repeat goes from 0 to 1,000,000 points.");
        guards.Require(RepeatHalfLife >= TimeSpan.FromDays(1), "rules.repeat-half-life", "The half-life of a meeting is a day or more.");
        guards.Require(CapacityWindow >= TimeSpan.FromDays(1), "rules.capacity-window", "The time for which a limit of meetings holds is a day or more.");
        guards.Require(
            new[] { DepartmentWeight, LocationWeight, TopicWeight, OutcomeWeight }.All(w => w is >= 0 and <= LargestWeight), "rules.weight", "Weights go from 0 to 1000.");
        return guards.Unmet;
    }
}
