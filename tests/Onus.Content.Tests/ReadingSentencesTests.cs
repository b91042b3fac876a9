using System.Reflection;
using Onus.Ingest.Contract;

namespace Onus.Content.Tests;

/// <summary>Whatever a reader says in a code, a person reads in a sentence.</summary>
public sealed class ReadingSentencesTests
{
    private static readonly Texts Texts = Texts.Load(ContentFolder.Find(), "en", strict: true);

    public static TheoryData<string> Keys =>
    [
        .. Codes(typeof(Failures)).SelectMany(code => (string[])["errors." + code, "skipped." + code]),
        .. Codes(typeof(SkipReasons)).Select(code => "skipped." + code),
        .. Codes(typeof(ReadWarnings)).Select(code => "warnings." + code),
    ];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_code_has_its_sentence(string key) =>
        Assert.NotEqual("", Texts.Format(key, ("file", "a.txt"), ("value", "b")));

    private static IEnumerable<string> Codes(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);
}
