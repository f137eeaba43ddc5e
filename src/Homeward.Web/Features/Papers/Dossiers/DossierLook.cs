using Homeward.Domain.Papers;
using Homeward.Domain.Supervision;
using Homeward.Web.Features.People;

namespace Homeward.Web.Features.Papers.Dossiers;

/// <summary>The dossier of a measure and whose it is.</summary>
public sealed record DossierLook(ClientBrief Brief, Measure Measure, Dossier Dossier);
