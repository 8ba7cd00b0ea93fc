using System.Globalization;

namespace CommunityOfPractice.Core.Tests.Health;

/// <summary>A test that needs real cultures (ICU); skipped, and said so, where the machine has none.</summary>
public sealed class CultureFactAttribute : FactAttribute
{
    public CultureFactAttribute() => Skip = Missing ? "this machine has no ICU, there are no real cultures to try" : null;

    public static bool Missing { get; } = Find();

    private static bool Find()
    {
        try
        {
            return new CultureInfo("de-DE").NumberFormat.NumberDecimalSeparator != ",";
        }
        catch (CultureNotFoundException)
        {
            return true;
        }
    }
}
