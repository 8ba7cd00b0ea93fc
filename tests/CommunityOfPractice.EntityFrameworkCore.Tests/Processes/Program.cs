namespace CommunityOfPractice.EntityFrameworkCore.Tests;

/// <summary>The tests start their own assembly as other processes: to kill them, and to have several on one database.</summary>
internal static class Program
{
    /// <summary>MODE sqlite|postgresql SETTINGS NUMBER.</summary>
    private static async Task<int> Main(string[] arguments)
    {
        if (arguments is not [string mode, string provider, string settings, string number])
        {
            return 2;
        }

        Worker worker = new(new WorkerDatabase(provider, settings), int.Parse(number, System.Globalization.CultureInfo.InvariantCulture));
        await (mode == "crowd" ? worker.CrowdAsync() : worker.WorkAsync());
        return 0;
    }
}
