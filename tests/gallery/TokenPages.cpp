// SPDX-License-Identifier: GPL-3.0-or-later
#include "gallery/Kit.h"
#include "gallery/Pages.h"
#include "ui/PictureLabel.h"

#include <QGridLayout>

namespace soban::gallery {

using namespace ui;

namespace {

struct Swatch {
    const char *name;
    QColor color;
};

QList<Swatch> swatches(const Tokens &t) {
    return {{"ground", t.ground},
            {"surface", t.surface},
            {"sunken", t.sunken},
            {"line", t.line},
            {"foot", t.foot},
            {"control", t.control},
            {"ink", t.ink},
            {"ink2", t.ink2},
            {"ink3", t.ink3},
            {"accent", t.accent.ink},
            {"accent.soft", t.accent.soft},
            {"accentHover", t.accentHover},
            {"accentPressed", t.accentPressed},
            {"onAccent", t.onAccent},
            {"fresh", t.fresh.ink},
            {"fresh.soft", t.fresh.soft},
            {"waiting", t.waiting.ink},
            {"waiting.soft", t.waiting.soft},
            {"late", t.late.ink},
            {"late.soft", t.late.soft},
            {"done", t.done.ink},
            {"done.soft", t.done.soft},
            {"danger", t.danger.ink},
            {"danger.soft", t.danger.soft},
            {"lacquer", t.lacquer},
            {"lacquerRaised", t.lacquerRaised},
            {"onLacquer", t.onLacquer},
            {"onLacquer2", t.onLacquer2},
            {"porcelain", t.porcelain},
            {"onPorcelain", t.onPorcelain},
            {"rim", t.rim},
            {"scrim", t.scrim}};
}

QWidget *swatchView(int index) {
    return new Canvas([](const Look &look) { return QSize(look.scaled(180), look.scaled(30)); },
                      [index](QPainter &painter, const Look &look, const QRect &box) {
                          const Tokens &tokens = look.tokens();
                          const Swatch swatch = swatches(tokens)[index];
                          const int side = look.scaled(44);
                          paintPlate(painter, QRect(0, 2, side, box.height() - 4),
                                     {swatch.color, tokens.control, {}, 1, 0, 4});
                          paintLine(painter, look, box.adjusted(side + 8, 0, 0, 0),
                                    QString::fromLatin1(swatch.name) + u' ' +
                                        swatch.color.name().toUpper(),
                                    {Text::Small, Weight::Regular, tokens.ink});
                      });
}

QWidget *elevation(const QString &words, const std::function<Plate(const Look &)> &plate) {
    return new Canvas([](const Look &look) { return QSize(look.scaled(160), look.scaled(72)); },
                      [words, plate](QPainter &painter, const Look &look, const QRect &box) {
                          paintPlate(painter, box, plate(look));
                          paintParagraph(painter, look, box.adjusted(12, 12, -12, -12), words,
                                         {Text::Small, Weight::Bold, look.tokens().ink});
                      });
}

template <typename Make>
QWidget *grid(int count, int columns, Make make) {
    auto *whole = new QWidget;
    auto *cells = new QGridLayout(whole);
    cells->setContentsMargins(0, 0, 0, 0);
    for (int i = 0; i < count; ++i)
        cells->addWidget(make(i), i / columns, i % columns);
    return whole;
}

} // namespace

QWidget *tokensPage(Language language) {
    const Say say(language);
    auto *colors = new Ground;
    colors->with(grid(int(swatches(Tokens::of(Scheme::Light)).size()), 4, swatchView));
    const auto sunken = [](const Look &look) {
        return Plate{look.tokens().sunken, {}, {}, 0, 0, metrics::kCardRadius};
    };
    const auto control = [](const Look &look) {
        const Tokens &t = look.tokens();
        return Plate{t.surface, t.control, t.control, 1, metrics::kFoot, metrics::kControlRadius};
    };
    const auto sheet = [](const Look &look) {
        const Tokens &t = look.tokens();
        return Plate{t.surface, t.line, t.rim, 1, metrics::kSheetFoot, metrics::kSheetRadius};
    };
    return page(say("색", "Colours"), say("글자의 대비는 4.5 이상이에요", "Text has 4.5 or more"),
                {colors, row({elevation(say("0 패임", "0 sunken"), sunken),
                              elevation(say("1 카드", "1 card"), cardPlate),
                              elevation(say("2 누르는 것", "2 control"), control),
                              elevation(say("3 시트", "3 sheet"), sheet)})});
}

QWidget *textPage(Language language) {
    const Say say(language);
    auto *ground = new Ground;
    const QString sample = say("조리를 시작하기 전까지 바꿀 수 있어요 ₩45,000",
                               "You can change it until cooking starts ₩45,000");
    for (const Text text : {Text::Small, Text::Body, Text::Name, Text::Sum, Text::Answer}) {
        ground->with(new Caption(sample, text));
        ground->with(new Caption(sample, text, Weight::Bold));
    }
    ground->with(new Caption(QStringLiteral("19:38 7305"), Text::Digits, Weight::Bold));
    return page(say("글자", "Text"), QStringLiteral("Noto Sans CJK KR"), {ground});
}

QWidget *iconsPage(Language language) {
    const Say say(language);
    static constexpr auto &entries = EnumText<Icon>::entries;
    auto *ground = new Ground;
    ground->with(grid(int(entries.size()), 13, [](int i) {
        const auto entry = entries[size_t(i)];
        return new Canvas(
            [](const Look &look) { return QSize(look.scaled(84), look.scaled(60)); },
            [entry](QPainter &painter, const Look &look, const QRect &box) {
                const int size = look.scaled(24);
                paintIcon(painter, entry.first, QRect(box.left(), 6, box.width(), size),
                          look.tokens().ink);
                paintLine(painter, look, box.adjusted(0, size + 10, 0, 0),
                          QString::fromLatin1(entry.second),
                          {Text::Small, Weight::Regular, look.tokens().ink2, Qt::AlignCenter});
            });
    }));
    return page(say("아이콘", "Icons"), say("24칸, 선 2", "box 24, stroke 2"), {ground});
}

namespace {

/// Stands in for a photograph.
QPixmap samplePicture() {
    QPixmap pixmap(240, 240);
    pixmap.fill(QColor(0xB0, 0x7A, 0x45));
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0xF4, 0xF2, 0xEC));
    painter.drawEllipse(QPoint(120, 120), 92, 92);
    painter.setBrush(QColor(0xC4, 0x3E, 0x1F));
    painter.drawEllipse(QPoint(120, 120), 66, 66);
    return pixmap;
}

QWidget *picture(int side, bool hasPicture, Placeholder placeholder, const PictureStyle &style,
                 const QString &words) {
    auto *label = new PictureLabel(side);
    label->setSubject(words);
    label->setPlaceholder(placeholder);
    if (hasPicture)
        label->setPicture(samplePicture());
    label->setPictureStyle(style);
    auto *cell = new QWidget;
    auto *column = new QVBoxLayout(cell);
    column->addWidget(label);
    column->addWidget(new Caption(words));
    return cell;
}

} // namespace

QWidget *picturesPage(Language language) {
    const Say say(language);
    auto *ground = new Ground;
    ground->with(
        row({picture(100, true, Placeholder::Food, {}, say("사진", "picture")),
             picture(100, true, Placeholder::Food, {.isFaded = true}, say("품절", "sold out")),
             picture(100, true, Placeholder::Food, {.isGreyed = true}, say("오래된 정보", "aged")),
             picture(100, false, Placeholder::Food, {}, say("음식 없음", "no food")),
             picture(100, false, Placeholder::Flower, {}, say("꽃 없음", "no flower")),
             picture(100, false, Placeholder::Food, {.isGreyed = true},
                     say("없음, 오래됨", "none, aged"))},
            false));
    ground->with(row({picture(48, true, Placeholder::Food, {}, QStringLiteral("48")),
                      picture(56, false, Placeholder::Flower, {}, QStringLiteral("56")),
                      picture(72, false, Placeholder::Food, {}, QStringLiteral("72")),
                      picture(256, true, Placeholder::Food, {}, QStringLiteral("256"))},
                     false));
    return page(say("그림", "Pictures"), say("팔모 소반에", "on their tray"), {ground});
}

} // namespace soban::gallery
