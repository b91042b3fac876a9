using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Onus.Ingest.Reading;

/// <summary>
/// How the reading process is started: under bubblewrap where it is present and works (own namespaces, no network, nothing to write to, only the
/// program, its runtime and the one file to see), else as a plain child. In both cases without the environment of the parent, and with limits.
/// </summary>
internal static class ReadingSandbox
{
    private const string Bubblewrap = "/usr/bin/bwrap";
    private const string Limiter = "/usr/bin/prlimit";
    private const string FileInside = "/evidence";
    private static readonly Lazy<bool> Probe = new(Try);

    /// <summary>Whether bubblewrap works on this machine. Tried once, by starting it.</summary>
    public static bool Works => Probe.Value;

    /// <summary>The process that reads a file, not yet started.</summary>
    public static ProcessStartInfo StartInfo(string path, ReadingLimits limits, string verb = "read", params ReadOnlySpan<string> more)
    {
        var (program, arguments) = Program();
        var environment = Environment(limits);
        var command = new List<string>();
        if (OperatingSystem.IsLinux() && File.Exists(Limiter))
        {
            // The kernel counts what the runtime does not: native memory, and processor time on all cores.
            command.AddRange([
                Limiter,
                "--core=0",
                string.Create(CultureInfo.InvariantCulture, $"--data={limits.HeapBytes + (1L << 30)}"),
                string.Create(CultureInfo.InvariantCulture, $"--cpu={(long)Math.Ceiling(limits.Wall.TotalSeconds * 2)}"),
            ]);
        }

        if (Works)
        {
            command.AddRange([Bubblewrap, "--unshare-all", "--die-with-parent", "--new-session", "--clearenv"]);
            foreach (var (name, value) in environment)
            {
                command.AddRange(["--setenv", name, value]);
            }

            command.AddRange(["--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp", "--chdir", "/tmp"]);
            foreach (var system in (ReadOnlySpan<string>)["/usr", "/lib", "/lib64", "/bin", "/etc/ld.so.cache"])
            {
                command.AddRange(["--ro-bind-try", system, system]);
            }

            command.AddRange(["--ro-bind-try", DotnetRoot(), DotnetRoot(), "--ro-bind", AppContext.BaseDirectory, AppContext.BaseDirectory]);
            command.AddRange(["--ro-bind", Path.GetFullPath(path), FileInside]);
            path = FileInside;
        }

        command.Add(program);
        command.AddRange(arguments);
        command.AddRange([verb, Path.GetFullPath(path), .. more]);
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment.Clear();
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static (string Program, string[] Arguments) Program()
    {
        var host = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "Onus.Reader.exe" : "Onus.Reader");
        return File.Exists(host)
            ? (host, [])
            : (Path.Combine(DotnetRoot(), OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"), [Path.Combine(AppContext.BaseDirectory, "Onus.Reader.dll")]);
    }

    private static Dictionary<string, string> Environment(ReadingLimits limits)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["DOTNET_ROOT"] = DotnetRoot(),
            ["DOTNET_GCHeapHardLimit"] = "0x" + limits.HeapBytes.ToString("X", CultureInfo.InvariantCulture),
            ["DOTNET_EnableDiagnostics"] = "0",
            ["DOTNET_DbgEnableMiniDump"] = "0",
            ["LANG"] = "C.UTF-8",
            ["TZ"] = "UTC",
        };
        foreach (var name in OperatingSystem.IsWindows() ? (ReadOnlySpan<string>)["SystemRoot", "TEMP"] : [])
        {
            if (System.Environment.GetEnvironmentVariable(name) is { } value)
            {
                environment[name] = value;
            }
        }

        return environment;
    }

    private static string DotnetRoot() => RuntimeRoot(RuntimeEnvironment.GetRuntimeDirectory(), AppContext.BaseDirectory);

    /// <summary>
    /// Where the shared runtime lies: three folders above its files. A self-contained program has its runtime beside itself, and three folders above it might be the
    /// whole disk, which is no reader's to see.
    /// </summary>
    internal static string RuntimeRoot(string runtime, string program) =>
        Path.TrimEndingDirectorySeparator(Path.GetFullPath(runtime)) == Path.TrimEndingDirectorySeparator(Path.GetFullPath(program)) ? program : Path.GetFullPath(Path.Combine(runtime, "..", "..", ".."));

    private static bool Try()
    {
        if (!OperatingSystem.IsLinux() || !File.Exists(Bubblewrap))
        {
            return false;
        }

        try
        {
            using var process = Process.Start(new ProcessStartInfo(
                Bubblewrap, ["--unshare-all", "--die-with-parent", "--ro-bind", "/", "/", "--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp", "/bin/true"])
            {
                UseShellExecute = false,
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            });
            return process is not null && process.WaitForExit(TimeSpan.FromSeconds(10)) && process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
