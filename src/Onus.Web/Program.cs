using Onus.Content;
using Onus.Store;
using Onus.Web;
using Onus.Web.Accounts;
using Onus.Web.CaseShell;
using Onus.Web.Demo;
using Onus.Web.Errors;
using Onus.Web.Files;
using Onus.Web.Papers;
using Onus.Web.Records;
using Onus.Web.Security;
using Onus.Web.Ui.Frame;

// Paths do not depend on the folder somebody happened to start in.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddLoopbackOnly();
builder.AddRequestLog();
builder.AddPages();
builder.Services.AddSingleton(TimeProvider.System);
OnusStore store;
try
{
    if (await builder.AddDataFolder() is not { } opened)
    {
        return 1;
    }

    store = opened;
}
catch (ContentFaultException fault)
{
    // Whoever edits content reads this: file and line, not where in the program it was noticed.
    await Console.Error.WriteLineAsync(fault.Message);
    return 1;
}

builder.AddSignIn(store);
builder.AddCaseShell();
builder.AddFiles();

var app = builder.Build();
app.UseRequestLog();
app.UseSecurityHeaders();
app.UseErrorPages();
app.UseLoopbackOnly();
app.UseResponseCompression();
app.UseAuthentication();
app.UseAuthorization();
app.UseKeptForms();
app.UseAntiforgery();
app.UseReadableFields();
app.UseFormsOnce();
app.MapPages();
app.MapSignIn();
app.MapFormerAddresses();
app.MapPapers();
app.MapRecords();
app.MapFiles();
return await app.Serve();
