namespace CommunityOfPractice.EntityFrameworkCore;

/// <summary>One activity, as it is stored.</summary>
public sealed class ActivityRow
{
    /// <summary>Gets or sets the number of the row.</summary>
    /// <value>Given by the database.</value>
    public long Row { get; set; }

    /// <summary>Gets or sets the community.</summary>
    /// <value>Its id.</value>
    public required string Community { get; set; }

    /// <summary>Gets or sets who did it.</summary>
    /// <value>The person's id.</value>
    public required string Person { get; set; }

    /// <summary>Gets or sets when it happened.</summary>
    /// <value>In ticks of UTC (100 ns since the year 1).</value>
    public required long At { get; set; }

    /// <summary>Gets or sets what was done.</summary>
    /// <value>The number of a <see cref="Core.Practices.Act"/>.</value>
    public required int Act { get; set; }

    /// <summary>Gets or sets the id in the tool it comes from.</summary>
    /// <value>Null when the tool gives none; unique otherwise.</value>
    public string? Id { get; set; }

    /// <summary>Gets or sets the activity that it responds to.</summary>
    /// <value>Its id; null when it responds to none.</value>
    public string? InReplyTo { get; set; }

    /// <summary>Gets or sets the people addressed.</summary>
    /// <value>Their ids as a JSON array; null when nobody is addressed.</value>
    public string? Addressed { get; set; }

    /// <summary>Gets or sets the thread that it belongs to.</summary>
    /// <value>Its id; null when none is known.</value>
    public string? Thread { get; set; }

    /// <summary>Gets or sets the topics that it is about.</summary>
    /// <value>Their ids as a JSON array; null when none is known.</value>
    public string? Topics { get; set; }

    /// <summary>Gets or sets the answer that was accepted.</summary>
    /// <value>Its id; null when none was.</value>
    public string? Accepted { get; set; }

    /// <summary>Gets or sets the setting.</summary>
    /// <value>The number of a <see cref="Core.Practices.Formality"/>.</value>
    public int Formality { get; set; }

    /// <summary>Gets or sets whether a person or a program acted.</summary>
    /// <value>The number of a <see cref="Core.Practices.ActorKind"/>.</value>
    public int ActorKind { get; set; }
}
