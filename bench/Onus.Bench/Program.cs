using Onus.Bench.Reading;

// Each benchmark is one folder and one line here.
return args switch
{
    ["read"] => ReadBench.Run(),
    _ => Unknown(),
};

static int Unknown()
{
    Console.Error.WriteLine("There is no such benchmark. Known: read");
    return 2;
}
