using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace CommunityOfPractice.EntityFrameworkCore.Tests;

/// <summary>A PostgreSQL server of the tests' own on loopback, started once by .ci/postgresql and stopped at the end.</summary>
internal static class PostgreSqlServer
{
    private static readonly Lazy<(string? Settings, string? Missing)> Server = new(Start);

    /// <summary>Why there is none; null when there is one.</summary>
    public static string? Missing => Server.Value.Missing;

    public static string Settings => Server.Value.Settings ?? throw new InvalidOperationException(Missing);

    /// <summary>Whether it is named in COP_TEST_POSTGRESQL, and not ours to do as we like with.</summary>
    public static bool IsGiven => Environment.GetEnvironmentVariable("COP_TEST_POSTGRESQL") is { Length: > 0 };

    private static string Script => Path.Combine(Repository.Root, ".ci", "postgresql");

    private static (string? Settings, string? Missing) Start()
    {
        if (Environment.GetEnvironmentVariable("COP_TEST_POSTGRESQL") is { Length: > 0 } given)
        {
            return (given, null);
        }

        if (OperatingSystem.IsWindows())
        {
            return (null, "no PostgreSQL server: .ci/postgresql needs a Unix; or name one in COP_TEST_POSTGRESQL");
        }

        string folder = Directory.CreateTempSubdirectory("cop-pg-").FullName, password = RandomNumberGenerator.GetHexString(24);
        int port = FreePort();
        (int code, string error) = Run("start", folder, port.ToString(System.Globalization.CultureInfo.InvariantCulture), password);
        if (code != 0)
        {
            Directory.Delete(folder, recursive: true);
            return code == 3 ? (null, $"no PostgreSQL server: {error.Trim()}; or name one in COP_TEST_POSTGRESQL") : throw new InvalidOperationException($".ci/postgresql ended with {code}: {error}");
        }

        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            Run("stop", folder);
            Directory.Delete(folder, recursive: true);
        };
        return ($"Host=127.0.0.1;Port={port};Username=cop;Password={password};Database=postgres;Maximum Pool Size=60", null);
    }

    public static (int Code, string Error) Run(params string[] arguments)
    {
        ProcessStartInfo start = new(Script, arguments) { RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, error);
    }

    /// <summary>A port below those that connections are given: nobody takes it while the server on it is stopped.</summary>
    public static int FreePort()
    {
        while (true)
        {
            int port = Random.Shared.Next(20_000, 32_000);
            try
            {
                using TcpListener listener = new(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // somebody is there
            }
        }
    }
}
