using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Xml;

namespace Onus.Bench.Proof;

/// <summary><c>bench proof --tree FILE.xml [--max-order K] [--probability]</c>: design section 7.4.</summary>
internal static class FaultTreeBench
{
    public static int Run(string[] args)
    {
        string? file = null;
        int? maxOrder = null;
        var probability = false;
        for (var i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--tree" when i + 1 < args.Length:
                    file = args[++i];
                    break;
                case "--max-order" when i + 1 < args.Length && int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var order):
                    maxOrder = order;
                    i++;
                    break;
                case "--probability":
                    probability = true;
                    break;
                default:
                    Console.Error.WriteLine($"'{args[i]}' is not understood here. Known: --tree FILE.xml [--max-order K] [--probability]");
                    return 2;
            }
        }

        FaultTree tree;
        try
        {
            tree = FaultTree.Read(file!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"{file} cannot be read: {e.Message}");
            return 2;
        }
        catch (Exception e) when (e is FormatException or XmlException)
        {
            Console.Error.WriteLine($"{file} is no fault tree of and, or and atleast gates: {e.Message}");
            return 1;
        }

        Print(tree, FaultTreeSolver.Solve(tree, maxOrder, probability));
        return 0;
    }

    private static void Print(FaultTree tree, FaultTreeAnswer answer)
    {
        using var self = Process.GetCurrentProcess();
        using (var json = new Utf8JsonWriter(Console.OpenStandardOutput()))
        {
            json.WriteStartObject();
            json.WriteString("tree", tree.Name);
            json.WriteNumber("basicEvents", tree.BasicEvents);
            json.WriteNumber("gates", tree.Gates);
            Number(json, "products", answer.Products);
            json.WritePropertyName("byOrder");
            json.WriteRawValue("[" + string.Join(',', answer.ByOrder.Select(n => n.ToString(CultureInfo.InvariantCulture))) + "]");
            if (answer.Probability is { } p)
            {
                json.WriteNumber("probability", p);
            }
            else
            {
                json.WriteNull("probability");
            }

            if (answer.CompleteToOrder is { } order)
            {
                json.WriteNumber("completeToOrder", order);
            }
            else
            {
                json.WriteNull("completeToOrder");
            }

            json.WriteNumber("cpuSeconds", Math.Round(self.TotalProcessorTime.TotalSeconds, 3));
            json.WriteNumber("peakMiB", Math.Round(Machine.PeakMiB(), 1));
            json.WriteEndObject();
        }

        Console.WriteLine();

        static void Number(Utf8JsonWriter json, string name, BigInteger value)
        {
            json.WritePropertyName(name);
            json.WriteRawValue(value.ToString(CultureInfo.InvariantCulture));
        }
    }
}
