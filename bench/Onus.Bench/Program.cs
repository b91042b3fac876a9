using Onus.Bench;
using Onus.Bench.Proof;
using Onus.Bench.Reading;
using Onus.Bench.Records;

// Each benchmark is one folder and one line here.
return args switch
{
    [] or ["proof"] => ProofBench.Run(),
    ["proof", "--tree", ..] => FaultTreeBench.Run(args[1..]),
    ["records", ..] => await RecordsBench.Run(args[1..]),
    ["read"] => ReadBench.Run() | PdfBench.Run(),
    _ => Unknown(),
};

static int Unknown()
{
    Console.Error.WriteLine("There is no such benchmark. Known: proof, proof --tree FILE.xml [--max-order K] [--probability], read, records [--records N]");
    return 2;
}
