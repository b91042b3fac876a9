using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Onus.Domain.Law;
using Onus.Store.Content;
using Onus.Web.Ui.Frame;

namespace Onus.Web.Records;

/// <summary>The law packs that elements are named from.</summary>
public static class LawOfTheCase
{
    /// <summary>Registers the packs of the content folder, unless they are there already.</summary>
    public static void AddLawPacks(this WebApplicationBuilder builder) => builder.Services.TryAddSingleton(services =>
        LawPackFiles.Load(Path.Combine(ContentFolder.Find(services.GetRequiredService<IOptions<SiteOptions>>().Value.Content), "law")).Packs);

    /// <summary>What an element says, in the pack's words; its id where no pack knows it.</summary>
    public static string TextOf(this LawPacks law, string offenceId, string leafId)
    {
        ArgumentNullException.ThrowIfNull(law);
        return law.Packs.SelectMany(p => p.Offences).Where(o => o.Id == offenceId).Select(o => o.Find(leafId)?.Text).FirstOrDefault(t => t is not null) ?? leafId;
    }
}
