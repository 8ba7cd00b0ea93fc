using System.Runtime.CompilerServices;

namespace CommunityOfPractice.Core.Vocabulary;

/// <summary>Collects every unmet guard of one decision, in the order in which they are checked.</summary>
/// <remarks>Lives within one decision; never kept.</remarks>
internal sealed class Guards
{
    private List<Reason>? unmet;

    /// <summary>Whether every guard so far is met.</summary>
    public bool Met => unmet is null;

    /// <summary>Every unmet guard so far, in order.</summary>
    public ValueList<Reason> Unmet => unmet is null ? [] : [.. unmet];

    /// <summary>Notes a reason unless the condition holds; the same reason counts once.</summary>
    /// <returns>The condition, so that guards that build on it can be left out.</returns>
    public bool Require(bool condition, string code, string text) => condition || Note(new Reason(code, text));

    /// <summary>As <see cref="Require(bool, string, string)"/>, for a sentence that is only put together when it is needed.</summary>
    public bool Require(bool condition, string code, [InterpolatedStringHandlerArgument(nameof(condition))] ref ReasonText text) =>
        condition || Note(text.Reason(code));

    /// <summary>Notes every one of several faults.</summary>
    /// <returns>Whether there is none.</returns>
    public bool RequireNone(ValueList<Reason> faults)
    {
        foreach (Reason fault in faults)
        {
            Note(fault);
        }

        return faults.Count == 0;
    }

    /// <summary>The value when every guard is met, else the refusal with every unmet guard.</summary>
    public Decision<T> Decide<T>(Func<T> value) => unmet is null ? Decision<T>.Accept(value()) : Decision<T>.Refuse([.. unmet]);

    private bool Note(Reason reason)
    {
        if (unmet?.Contains(reason) != true)
        {
            (unmet ??= []).Add(reason);
        }

        return false;
    }
}
