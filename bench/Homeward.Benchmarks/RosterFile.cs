using System.Globalization;
using System.Text;
using Homeward.Domain.People;

namespace Homeward.Benchmarks;

/// <summary>Writes a roster as a street keeps it, as long as is wanted; the same length gives the same file, and nobody in it is real.</summary>
static class RosterFile
{
    const string Titles = "序号,姓名,性别,身份证号,出生日期,户籍地址,现居住地址,街道,联系电话,人员类别,决定书文号,决定机关,决定日期,送达日期,报到日期,协议签订日期,期限(年),毒品种类,风险等级,责任社工,就业状况,文化程度,婚姻状况,备注";
    const string Surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";
    const string Given = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国志文博宇轩子涵梓晨思远嘉怡欣雨佳琪浩然俊豪泽楠雪梅春燕海波国庆";
    static readonly string[] substances = ["甲基苯丙胺", "海洛因", "大麻", "依托咪酯", "氯胺酮"];
    static readonly string[] kinds = ["社区戒毒", "社区康复", "社会面(戒断三年未满)", "自愿戒毒", "戒断三年以上"];
    static readonly string[] risks = ["高", "中", "低"];

    /// <summary>The division file that the product carries for its demo world.</summary>
    public static string Divisions { get; } = Path.Combine(Product.Root(), "src", "Homeward.Web", "Commands", "DemoData", "shanghai-divisions.csv");

    public static async Task WriteAsync(string file, int rows)
    {
        var streets = (await File.ReadAllLinesAsync(Divisions)).Select(line => line.Split(',')).Where(cells => cells[2] == "street").GroupBy(cells => cells[1]).Where(group => group.Count() == 1).Select(group => group.Key).ToList();
        await using var writer = new StreamWriter(file, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await writer.WriteLineAsync(Titles);
        for (var row = 1; row <= rows; row++)
        {
            await writer.WriteLineAsync(Row(row, streets[row % streets.Count]));
        }
    }

    static string Row(int row, string street)
    {
        var born = new DateOnly(1960, 1, 1).AddDays(row * 7 % 14_000);
        var man = row % 5 != 0;
        var seventeen = string.Create(CultureInfo.InvariantCulture, $"{310101 + row % 9}{born:yyyyMMdd}{row / 14_000 * 10 + row % 5 * 2 + (man ? 1 : 0) + row / 2000 % 10 * 50:000}");
        var kind = kinds[row % kinds.Length];
        var ordered = new DateOnly(2024, 1, 1).AddDays(row % 900);
        var measured = row % kinds.Length < 2;
        string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        string[] cells =
        [
            $"{row}", $"{Surnames[row % Surnames.Length]}{Given[row / 3 % Given.Length]}{Given[row / 7 % Given.Length]}", man ? "男" : "女", seventeen + IdentityNumber.CheckCharacter(seventeen), Day(born),
            $"上海市{street}{row % 500 + 1}号", $"上海市{street}{row % 300 + 1}弄{row % 40 + 1}号{row % 20 + 1}室", street, $"13{row:000000000}", kind,
            measured ? $"沪公社戒决字〔{ordered.Year}〕{row:00000}号" : "", "上海市公安局", Day(ordered), measured ? Day(ordered.AddDays(2)) : "", measured ? Day(ordered.AddDays(9)) : "", measured ? Day(ordered.AddDays(9)) : "",
            measured ? "3" : "", substances[row % substances.Length], risks[row % risks.Length], $"社工{row % 1200:0000}", "失业", "高中", "未婚", "",
        ];
        return string.Join(',', cells);
    }
}
