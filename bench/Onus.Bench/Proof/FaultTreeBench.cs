namespace Onus.Bench.Proof;

internal static class FaultTreeBench
{
    public static int Run(string[] args) => args.Length;
}
