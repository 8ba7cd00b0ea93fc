using System.Globalization;

namespace CommunityOfPractice.EntityFrameworkCore.Tests;

/// <summary>The tests start their own assembly as other processes: to kill them, and to have several on one database.</summary>
internal static class Program
{
    /// <summary>MODE sqlite|postgresql SETTINGS NUMBER COMMANDS.</summary>
    private static async Task<int> Main(string[] arguments)
    {
        if (arguments is not [string mode, string provider, string settings, string number, string commands])
        {
            return 2;
        }

        WorkerDatabase database = new(provider, settings);
        int named = int.Parse(number, CultureInfo.InvariantCulture);
        await (mode == "crowd" ? new CrowdWork(database, named, int.Parse(commands, CultureInfo.InvariantCulture)).RunAsync() : new MixedWork(database, named).RunAsync());
        return 0;
    }
}
