using System.Reflection;
using Xunit.v3;

[assembly: Onus.Browser.Tests.Pictures]

namespace Onus.Browser.Tests;

/// <summary>When a test ends, its pages are closed; where it failed, each is taken a picture of before.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class PicturesAttribute : BeforeAfterTestAttribute
{
    /// <inheritdoc/>
    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        ArgumentNullException.ThrowIfNull(methodUnderTest);
        ArgumentNullException.ThrowIfNull(test);
        Browser.Leave(test.UniqueID, TestContext.Current.TestState?.Result == TestResult.Failed ? methodUnderTest.Name : null);
    }
}
