using Homeward.Web.Foundation;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddScreens();
var app = builder.Build();
app.UseScreens();
app.MapScreens();
app.Run();
