using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Onus.Bench;

/// <summary>What was measured, and on what.</summary>
internal static class Machine
{
    /// <summary>One line about this machine.</summary>
    public static string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"{RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}, {Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 20} MiB, {RuntimeInformation.FrameworkDescription}");

    /// <summary>Median milliseconds of some runs after one that only warms up.</summary>
    public static double Median(int runs, Action action)
    {
        action();
        var times = new List<double>();
        for (var i = 0; i < runs; i++)
        {
            var watch = Stopwatch.StartNew();
            action();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        return times[runs / 2];
    }

    /// <summary>The most memory this process has used so far.</summary>
    public static double PeakMiB()
    {
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64 / 1048576.0;
    }
}
