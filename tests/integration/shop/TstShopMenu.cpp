// SPDX-License-Identifier: GPL-3.0-or-later
// The menu page of the shop's real window on the real server, by mouse and keyboard; what comes of
// it is read over the API, as customers do. With SOBAN_PICTURES set to a folder, the page is saved
// there in its looks.
#include "PictureFile.h"
#include "ShopRig.h"
#include "client-shop/ItemEditor.h"
#include "client-shop/LineList.h"
#include "client-shop/MenuPage.h"
#include "client-shop/MenuTable.h"
#include "client-shop/PicturePart.h"
#include "desk/NoteLine.h"
#include "desk/PicturePicker.h"
#include "ui/Button.h"
#include "ui/SobanStyle.h"
#include "ui/Translations.h"
#include "ui/UndoBar.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QMenu>
#include <QTemporaryFile>
#include <QTest>

using namespace soban;
using namespace soban::testing;
using shop_app::ItemEditor;
using shop_app::LineList;
using shop_app::MenuItems;
using shop_app::MenuPage;
using shop_app::MenuTable;
using shop_app::RowPart;

namespace {

ui::Look *theLook = nullptr;

} // namespace

class TstShopMenu : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void soldOutByOnePressAndUndone();
    void soldOutByKeyboardAndSaidOtherwise();
    void stateIsPressedWithoutOpeningTheItem();
    void keyboardStaysWithTheItemAfterRevert_data();
    void keyboardStaysWithTheItemAfterRevert();
    void itemIsEditedAndSaved();
    void pictureIsSentAndRefused();
    void badPriceKeepsWhatWasTyped();
    void serversWordStandsAtItsField();
    void changeElsewhereKeepsWhatWasTyped();
    void staleSaveAsksToLookAgain();
    void otherChangesDoNotStandInTheWay();
    void sectionItemAndOptionGroupAreAdded();
    void orderIsChanged();
    void unsavedIsAskedAbout();
    void itemsAreFound();
    void sectionIsRenamedAndDeleted();
    void pageInEachLook();
    void everythingThatTakesTheKeyboardHasAName();

private:
    MenuPage *page() { return m_rig->seen<MenuPage>(); }
    MenuTable *table() { return page()->table(); }
    ItemEditor *editor() { return page()->editor(); }
    const contract::OwnItemView &row(int index) {
        return qobject_cast<MenuItems *>(table()->model())->at(index);
    }
    void press(MenuItemId item, RowPart part) {
        QCoreApplication::processEvents(); // the layout is done later
        const QRect box = table()->partRect(item, part);
        QVERIFY(box.width() >= ui::metrics::kTouchHeight &&
                box.height() >= ui::metrics::kTouchHeight);
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, box.center());
    }
    QString text(const QString &field) {
        const auto *line = qobject_cast<QLineEdit *>(m_rig->named(field));
        return line ? line->text() : QStringLiteral("?");
    }
    bool isSoldOut(MenuItemId item) {
        const auto *shown = m_rig->shownItem(item);
        return !shown || shown->isSoldOut;
    }
    QString complaintAt(const QString &field) {
        return m_rig->named(field)->accessibleDescription();
    }

    std::unique_ptr<ShopRig> m_rig;
};

void TstShopMenu::initTestCase() {
    m_rig = std::make_unique<ShopRig>(*theLook);
    const auto fault = m_rig->start();
    QVERIFY2(!fault, qPrintable(fault.value_or(QString())));
}

void TstShopMenu::init() {
    m_rig->openWindow();
    QVERIFY(QTest::qWaitForWindowExposed(&m_rig->window()));
    QTRY_VERIFY(m_rig->isIn());
    QTest::keyClick(&m_rig->window(), Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY(page());
    QTRY_VERIFY(table()->model()->rowCount() > 0 && editor()->item());
}

void TstShopMenu::cleanup() {
    m_rig->closeWindow();
}

void TstShopMenu::soldOutByOnePressAndUndone() {
    const MenuItemId soup = row(0).id;
    QVERIFY(!isSoldOut(soup));
    press(soup, RowPart::Sell);
    QVERIFY(row(0).soldOut); // shown at once
    QElapsedTimer timer;
    timer.start();
    QTRY_VERIFY(isSoldOut(soup));
    QVERIFY(timer.elapsed() < 1'000); // while it can still be undone
    QVERIFY(row(0).soldOut->until);   // for today
    auto *bar = m_rig->window().findChild<ui::UndoBar *>();
    QVERIFY(bar && bar->isVisible());
    // In the middle, and over nothing that is to be read.
    const int middle = m_rig->window().width() / 2;
    QVERIFY(std::abs(bar->geometry().center().x() - middle) <= 1);
    for (const QWidget *hint : page()->findChildren<desk::NoteLine *>()) {
        const QPoint at = hint->mapTo(&m_rig->window(), QPoint());
        QVERIFY(!bar->geometry().intersects(QRect(at, hint->size())));
    }
    m_rig->save(QStringLiteral("menu-sold-out"));
    QTest::mouseClick(bar->findChild<ui::Button *>(), Qt::LeftButton);
    QTRY_VERIFY(!isSoldOut(soup));
    QVERIFY(!row(0).soldOut);
}

void TstShopMenu::soldOutByKeyboardAndSaidOtherwise() {
    const MenuItemId second = row(1).id;
    table()->enter();
    table()->setCurrentIndex(table()->model()->index(1, 0));
    QTest::keyClick(table(), Qt::Key_S);
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu);
    const auto actions = menu->actions();
    const auto isOffered = [&](const QString &words) {
        return std::any_of(actions.cbegin(), actions.cend(),
                           [&](const QAction *action) { return action->text() == words; });
    };
    QVERIFY(isOffered(QStringLiteral("Sold out for the rest of today")));
    // Rules take no row of their own, and the last row stands off the edge.
    const int tall = menu->actionGeometry(actions.first()).height();
    for (QAction *action : actions)
        QVERIFY(!action->isSeparator() || menu->actionGeometry(action).height() < tall / 2);
    QVERIFY(menu->actionGeometry(actions.last()).bottom() + ui::metrics::kGap8 < menu->height());
    const auto choose = [&](const QString &words) {
        for (QAction *action : actions) {
            if (action->text() == words)
                action->trigger();
        }
        menu->close();
    };
    choose(QStringLiteral("Sold out until I change it"));
    QTRY_VERIFY(isSoldOut(second));
    QVERIFY(row(1).soldOut && !row(1).soldOut->until);
    QTest::keyClick(table(), Qt::Key_Space);
    QTRY_VERIFY(!isSoldOut(second));
    // Hidden: not even its name is there.
    QTest::keyClick(table(), Qt::Key_S);
    menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    menu->actions().last()->trigger();
    menu->close();
    QTRY_VERIFY(!m_rig->shownItem(second));
    QTRY_VERIFY(row(1).isHidden); // what is said next goes by what is seen
    QTest::keyClick(table(), Qt::Key_S);
    menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    menu->actions().first()->trigger();
    menu->close();
    QTRY_VERIFY(m_rig->shownItem(second));
}

void TstShopMenu::stateIsPressedWithoutOpeningTheItem() {
    m_rig->window().resize(900, 700); // where list and editor take turns
    QTest::keyClick(&m_rig->window(), Qt::Key_1, Qt::ControlModifier);
    QTest::keyClick(&m_rig->window(), Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY(table()->isVisible());
    const MenuItemId second = row(1).id;
    press(second, RowPart::Sell);
    QVERIFY(table()->isVisible() && !editor()->isVisible());
    QTRY_VERIFY(isSoldOut(second));
    QCOMPARE(table()->currentIndex().row(), 1);
    press(second, RowPart::More);
    QVERIFY(table()->isVisible() && !editor()->isVisible());
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu);
    const QRect window(m_rig->window().mapToGlobal(QPoint()), m_rig->window().size());
    QVERIFY2(window.contains(menu->geometry()), "it hangs out over the window");
    menu->actions().first()->trigger();
    menu->close();
    QTRY_VERIFY(!isSoldOut(second));
    QTRY_COMPARE(m_rig->window().focusWidget(), table());
    m_rig->save(QStringLiteral("menu-state-small"));
    // Beside the buttons it opens as ever.
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, {},
                      table()->visualRect(table()->model()->index(1, 0)).topLeft() +
                          QPoint(150, 20));
    QTRY_VERIFY(editor()->isVisible());
    QCOMPARE(*editor()->item(), second);
    m_rig->window().resize(1280, 800);
}

void TstShopMenu::keyboardStaysWithTheItemAfterRevert_data() {
    QTest::addColumn<bool>("isNarrow");
    QTest::newRow("beside the list") << false;
    QTest::newRow("in place of the list") << true;
}

void TstShopMenu::keyboardStaysWithTheItemAfterRevert() {
    QFETCH(bool, isNarrow);
    if (isNarrow) {
        m_rig->window().resize(900, 700);
        QTRY_VERIFY(table()->isVisible());
        table()->enter();
        QTest::keyClick(table(), Qt::Key_Return);
        QTRY_VERIFY(editor()->isVisible());
    }
    QVERIFY(m_rig->write(QStringLiteral("Price"), QStringLiteral("12,321")));
    QVERIFY(m_rig->press(QStringLiteral("Revert")));
    const QWidget *place = isNarrow ? static_cast<QWidget *>(editor()) : table();
    QTRY_VERIFY(place == QApplication::focusWidget() ||
                place->isAncestorOf(QApplication::focusWidget()));
    QVERIFY(!qobject_cast<const ui::Button *>(QApplication::focusWidget()));
    m_rig->window().resize(1280, 800);
}

void TstShopMenu::itemIsEditedAndSaved() {
    const MenuItemId soup = *editor()->item();
    QVERIFY(!m_rig->named(QStringLiteral("Save"))->isEnabled());
    QVERIFY(m_rig->write(QStringLiteral("Price"), QStringLiteral("10,500")));
    QVERIFY(m_rig->write(QStringLiteral("Name in English"), QStringLiteral("Bone soup")));
    QVERIFY(
        m_rig->write(QStringLiteral("Description in Korean"), QStringLiteral("오래 끓인 국물")));
    QVERIFY(m_rig->write(QStringLiteral("Stock per day"), QStringLiteral("40")));
    QTest::keyClick(m_rig->named(QStringLiteral("Price")), Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(m_rig->shownItem(soup)->price.minor(), 10'500);
    QTRY_COMPARE(m_rig->shownItem(soup)->remaining.value_or(-1), 40);
    const auto *shown = m_rig->shownItem(soup);
    QCOMPARE(shown->name.en, QStringLiteral("Bone soup"));
    QCOMPARE(shown->description.ko, QStringLiteral("오래 끓인 국물"));
    QTRY_VERIFY(!editor()->hasUnsaved());
    QVERIFY(m_rig->write(QStringLiteral("Stock per day"), QString()));
    QVERIFY(m_rig->write(QStringLiteral("In stock now"), QString()));
    QVERIFY(m_rig->press(QStringLiteral("Save")));
    QTRY_VERIFY(!m_rig->shownItem(soup)->remaining);
}

void TstShopMenu::pictureIsSentAndRefused() {
    const MenuItemId soup = *editor()->item();
    const QString before = m_rig->shownItem(soup)->picture;
    auto *part = editor()->findChild<shop_app::PicturePart *>();
    QTemporaryFile none;
    QVERIFY(none.open() && none.write("no picture at all") > 0 && none.flush());
    auto *picker = part->findChild<desk::PicturePicker *>();
    picker->read(none.fileName());
    QTRY_VERIFY(!picker->isReading());
    m_rig->save(QStringLiteral("menu-picture-refused"));
    QVERIFY(!part->isSending());
    part->useFile("\x89PNG that is broken");
    QVERIFY(part->isSending());
    QTRY_VERIFY(!part->isSending());
    QVERIFY(!editor()->hasUnsaved());
    part->useFile(pictureFile());
    QTRY_VERIFY(editor()->hasUnsaved() && !part->isSending());
    QVERIFY(m_rig->press(QStringLiteral("Save")));
    QTRY_VERIFY(m_rig->shownItem(soup)->picture != before);
}

void TstShopMenu::badPriceKeepsWhatWasTyped() {
    QVERIFY(m_rig->write(QStringLiteral("Price"), QStringLiteral("ten")));
    QVERIFY(m_rig->write(QStringLiteral("Name in English"), QStringLiteral("Kept name")));
    QVERIFY(m_rig->press(QStringLiteral("Save")));
    QVERIFY(!complaintAt(QStringLiteral("Price")).isEmpty());
    QCOMPARE(text(QStringLiteral("Name in English")), QStringLiteral("Kept name"));
    QVERIFY(m_rig->named(QStringLiteral("Price"))->hasFocus());
    m_rig->save(QStringLiteral("menu-bad-price"));
    QVERIFY(m_rig->press(QStringLiteral("Revert")));
    QVERIFY(!editor()->hasUnsaved());
}

void TstShopMenu::serversWordStandsAtItsField() {
    // Only the server knows that this is too much.
    QVERIFY(m_rig->write(QStringLiteral("Price"), QStringLiteral("2,000,000,000")));
    QVERIFY(m_rig->press(QStringLiteral("Save")));
    QTRY_VERIFY(!complaintAt(QStringLiteral("Price")).isEmpty());
    QCOMPARE(text(QStringLiteral("Price")), QStringLiteral("2,000,000,000"));
    QVERIFY(m_rig->press(QStringLiteral("Revert")));
    QVERIFY(m_rig->write(QStringLiteral("Name in Korean"), QString(81, u'가')));
    QVERIFY(m_rig->press(QStringLiteral("Save")));
    QTRY_VERIFY(!complaintAt(QStringLiteral("Name in Korean")).isEmpty());
    QVERIFY(complaintAt(QStringLiteral("Name in English")).isEmpty());
    QVERIFY(m_rig->press(QStringLiteral("Revert")));
}

void TstShopMenu::changeElsewhereKeepsWhatWasTyped() {
    const MenuItemId soup = *editor()->item();
    QVERIFY(m_rig->write(QStringLiteral("Price"), QStringLiteral("12,345")));
    QCOMPARE(m_rig->editMenu([&](contract::MenuDraft &draft) {
        draft.sections[0].items[0].name.en = QStringLiteral("From elsewhere");
        draft.sections[0].items[0].priceMinor = 777;
    }),
             200);
    QTRY_COMPARE(text(QStringLiteral("Name in English")), QStringLiteral("From elsewhere"));
    QCOMPARE(text(QStringLiteral("Price")), QStringLiteral("12,345"));
    m_rig->save(QStringLiteral("menu-changed-elsewhere"));
    QVERIFY(m_rig->press(QStringLiteral("Save")));
    QTRY_COMPARE(m_rig->shownItem(soup)->price.minor(), 12'345);
    QCOMPARE(m_rig->shownItem(soup)->name.en, QStringLiteral("From elsewhere"));
}

void TstShopMenu::staleSaveAsksToLookAgain() {
    const MenuItemId soup = *editor()->item();
    QVERIFY(m_rig->write(QStringLiteral("Name in English"), QStringLiteral("Typed name")));
    // The window has not heard of this as Save is pressed.
    QCOMPARE(m_rig->editMenu(
                 [](contract::MenuDraft &draft) { draft.sections[0].items[0].priceMinor = 8'888; }),
             200);
    QVERIFY(m_rig->press(QStringLiteral("Save")));
    QTRY_COMPARE(text(QStringLiteral("Price")), QStringLiteral("8,888"));
    QCOMPARE(text(QStringLiteral("Name in English")), QStringLiteral("Typed name"));
    QTRY_VERIFY(m_rig->named(QStringLiteral("Save"))->isEnabled());
    QVERIFY(m_rig->shownItem(soup)->name.en != QStringLiteral("Typed name"));
    QVERIFY(m_rig->press(QStringLiteral("Save")));
    QTRY_COMPARE(m_rig->shownItem(soup)->name.en, QStringLiteral("Typed name"));
    QCOMPARE(m_rig->shownItem(soup)->price.minor(), 8'888);
}

void TstShopMenu::otherChangesDoNotStandInTheWay() {
    const MenuItemId soup = *editor()->item();
    QVERIFY(m_rig->write(QStringLiteral("Price"), QStringLiteral("9,900")));
    QCOMPARE(m_rig->editMenu(
                 [](contract::MenuDraft &draft) { draft.sections[1].items[0].priceMinor = 4'321; }),
             200);
    QVERIFY(m_rig->press(QStringLiteral("Save")));
    QTRY_COMPARE(m_rig->shownItem(soup)->price.minor(), 9'900);
    QCOMPARE(m_rig->shown().sections[1].items[0].price.minor(), 4'321);
}

void TstShopMenu::sectionItemAndOptionGroupAreAdded() {
    QVERIFY(m_rig->press(QStringLiteral("Add section")));
    // The sheet's fields were made last.
    QVERIFY(m_rig->write(QStringLiteral("Name in Korean"), QStringLiteral("후식")));
    QVERIFY(m_rig->write(QStringLiteral("Name in English"), QStringLiteral("Desserts")));
    m_rig->save(QStringLiteral("menu-new-section"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(table()->model()->rowCount(), 0);
    m_rig->save(QStringLiteral("menu-empty-section"));
    QTest::keyClick(page(), Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(editor()->isNew());
    QVERIFY(m_rig->write(QStringLiteral("Name in Korean"), QStringLiteral("약과")));
    QVERIFY(m_rig->write(QStringLiteral("Name in English"), QStringLiteral("Yakgwa")));
    QVERIFY(m_rig->write(QStringLiteral("Price"), QStringLiteral("3000")));
    QVERIFY(m_rig->press(QStringLiteral("Add option group")));
    QVERIFY(m_rig->write(QStringLiteral("Name in Korean"), QStringLiteral("곁들임")));
    QVERIFY(m_rig->write(QStringLiteral("Name in English"), QStringLiteral("With")));
    for (const auto &[ko, en] : {std::pair{QStringLiteral("꿀"), QStringLiteral("Honey")},
                                 {QStringLiteral("잣"), QStringLiteral("Pine nuts")}}) {
        QVERIFY(m_rig->press(QStringLiteral("Add option")));
        QVERIFY(m_rig->write(QStringLiteral("Option in Korean"), ko));
        QVERIFY(m_rig->write(QStringLiteral("Option in English"), en));
        QVERIFY(m_rig->write(QStringLiteral("Extra price"), QStringLiteral("500")));
    }
    QVERIFY(m_rig->press(QStringLiteral("Several, or none")));
    m_rig->saveInEachLook(QStringLiteral("menu-options"));
    QVERIFY(m_rig->press(QStringLiteral("Apply")));
    m_rig->save(QStringLiteral("menu-new-item"));
    QVERIFY(m_rig->press(QStringLiteral("Save")));
    QTRY_COMPARE(m_rig->shown().sections.last().name.en, QStringLiteral("Desserts"));
    const contract::MenuItemView item = m_rig->shown().sections.last().items.first();
    QCOMPARE(item.name.ko, QStringLiteral("약과"));
    QCOMPARE(item.optionGroups.size(), 1);
    QCOMPARE(item.optionGroups.first().maximum, 2);
    QCOMPARE(item.optionGroups.first().minimum, 0);
    QCOMPARE(item.optionGroups.first().options.last().name.en, QStringLiteral("Pine nuts"));
    QCOMPARE(item.optionGroups.first().options.first().price.minor(), 500);
    QTRY_VERIFY(!editor()->isNew() && editor()->item() == item.id);
}

void TstShopMenu::orderIsChanged() {
    const MenuItemId first = row(0).id;
    const MenuItemId second = row(1).id;
    table()->enter();
    table()->setCurrentIndex(table()->model()->index(0, 0));
    QTest::keyClick(table(), Qt::Key_Down, Qt::AltModifier);
    QTRY_COMPARE(m_rig->shown().sections[0].items[0].id, second);
    QTRY_COMPARE(row(1).id, first);
    QCOMPARE(table()->currentIndex().row(), 1); // it went along
    // And back, with the mouse.
    const QRect from = table()->visualRect(table()->model()->index(1, 0));
    const QPoint grip(from.left() + 16, from.center().y());
    QTest::mousePress(table()->viewport(), Qt::LeftButton, {}, grip);
    QTest::mouseMove(table()->viewport(), grip - QPoint(0, 40));
    QTest::mouseMove(table()->viewport(), grip - QPoint(0, from.height() + 20));
    m_rig->save(QStringLiteral("menu-drag"));
    QTest::mouseRelease(table()->viewport(), Qt::LeftButton, {},
                        grip - QPoint(0, from.height() + 20));
    QTRY_COMPARE(m_rig->shown().sections[0].items[0].id, first);
}

void TstShopMenu::unsavedIsAskedAbout() {
    const MenuItemId soup = *editor()->item();
    QVERIFY(m_rig->write(QStringLiteral("Price"), QStringLiteral("11,111")));
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, {},
                      table()->visualRect(table()->model()->index(1, 0)).topLeft() +
                          QPoint(150, 20));
    QTRY_VERIFY(m_rig->named(QStringLiteral("Discard")));
    m_rig->save(QStringLiteral("menu-leave"));
    QVERIFY(m_rig->press(QStringLiteral("Keep editing")));
    QCOMPARE(*editor()->item(), soup);
    QTRY_COMPARE(table()->currentIndex().row(), 0);
    QCOMPARE(table()->selectionModel()->selectedRows().value(0).row(), 0);
    QCOMPARE(text(QStringLiteral("Price")), QStringLiteral("11,111"));
    // Another page, and the end of the app.
    QTest::keyClick(&m_rig->window(), Qt::Key_1, Qt::ControlModifier);
    QVERIFY(page() && m_rig->press(QStringLiteral("Keep editing")));
    QVERIFY(!m_rig->window().close());
    QTRY_VERIFY(m_rig->named(QStringLiteral("Discard")));
    QVERIFY(m_rig->press(QStringLiteral("Keep editing")));
    QVERIFY(m_rig->window().isVisible());
    QTest::keyClick(&m_rig->window(), Qt::Key_5, Qt::ControlModifier);
    QVERIFY(m_rig->named(QStringLiteral("Discard")));
    auto *save = m_rig->window().findChildren<ui::Button *>().last(); // of the question
    QCOMPARE(save->text(), QStringLiteral("Save"));
    QTest::mouseClick(save, Qt::LeftButton);
    QTRY_VERIFY(!page());
    QCOMPARE(m_rig->shownItem(soup)->price.minor(), 11'111);
}

void TstShopMenu::itemsAreFound() {
    QTest::keyClick(page(), Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("kimchi"));
    QTRY_COMPARE(table()->model()->rowCount(), 2); // in two sections
    QVERIFY(m_rig->write(QStringLiteral("Find an item"), QStringLiteral("nothing")));
    QTRY_VERIFY(m_rig->named(QStringLiteral("Show all")));
    m_rig->save(QStringLiteral("menu-none-found"));
    QVERIFY(m_rig->press(QStringLiteral("Show all")));
    QTRY_VERIFY(table()->model()->rowCount() >= 3);
}

void TstShopMenu::sectionIsRenamedAndDeleted() {
    auto *sections = qobject_cast<LineList *>(m_rig->named(QStringLiteral("Sections")));
    QVERIFY(sections);
    const int last = sections->model()->rowCount() - 1;
    sections->setCurrent(last);
    QVERIFY(m_rig->press(QStringLiteral("Rename or delete the section")));
    QVERIFY(m_rig->write(QStringLiteral("Name in English"), QStringLiteral("Sweets")));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(m_rig->shown().sections.last().name.en, QStringLiteral("Sweets"));
    QTRY_VERIFY(!m_rig->named(QStringLiteral("Delete the section")));
    const auto count = m_rig->shown().sections.size();
    sections->enter();
    QTest::keyClick(sections, Qt::Key_Delete);
    QTRY_VERIFY(m_rig->named(QStringLiteral("Keep it")));
    QVERIFY(m_rig->press(QStringLiteral("Delete")));
    QTRY_COMPARE(m_rig->shown().sections.size(), count - 1);
    QTRY_COMPARE(sections->model()->rowCount(), last);
}

void TstShopMenu::pageInEachLook() {
    press(row(2).id, RowPart::Sell);
    QTRY_VERIFY(isSoldOut(row(2).id));
    QTest::qWait(600); // the pictures come
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, {},
                      table()->visualRect(table()->model()->index(2, 0)).topLeft() +
                          QPoint(150, 20));
    QTRY_COMPARE(*editor()->item(), row(2).id);
    m_rig->saveInEachLook(QStringLiteral("menu"));
    theLook->setTextScale(2.0);
    QCoreApplication::processEvents();
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, {},
                      table()->visualRect(table()->model()->index(0, 0)).topLeft() +
                          QPoint(250, 60));
    m_rig->save(QStringLiteral("menu-editor-200"));
    theLook->setTextScale(1.0);
    m_rig->window().resize(900, 640);
    m_rig->save(QStringLiteral("menu-small"));
    m_rig->window().resize(1280, 800);
    press(row(2).id, RowPart::Sell);
    QTRY_VERIFY(!isSoldOut(row(2).id));
}

void TstShopMenu::everythingThatTakesTheKeyboardHasAName() {
    for (const QWidget *widget : m_rig->window().findChildren<QWidget *>()) {
        if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus))
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool isNamed =
            !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
        QVERIFY2(isNamed, widget->metaObject()->className());
    }
}

int main(int argc, char **argv) {
    QApplication application(argc, argv);
    theLook = &ui::SobanStyle::install(application);
    const ui::Translations translations(*theLook);
    TstShopMenu test;
    return QTest::qExec(&test, argc, argv);
}

#include "TstShopMenu.moc"
