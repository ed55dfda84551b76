// SPDX-License-Identifier: GPL-3.0-or-later
#include "UiTest.h"

#include "ui/FieldRow.h"

using namespace soban::ui;

class TstFieldRow : public QObject {
    Q_OBJECT

private slots:
    void init() {
        testLook();
        m_field = new TextField;
        m_row = std::make_unique<FieldRow>(m_field);
        m_row->setHelp(QStringLiteral("Four digits."));
        m_field->setText(QStringLiteral("1234"));
        m_row->setComplaint(QStringLiteral("The code is not right."));
    }
    void cleanup() { m_row.reset(); }

    void complaintGoesWithTheFirstKey() {
        QVERIFY(m_row->hasComplaint());
        m_field->selectAll();
        QTest::keyClick(m_field, Qt::Key_5);
        QVERIFY(!m_row->hasComplaint());
        QCOMPARE(m_field->accessibleDescription(), QStringLiteral("Four digits."));
    }

    void complaintGoesWhenThePersonClearsTheField() {
        m_field->selectAll();
        QTest::keyClick(m_field, Qt::Key_Delete);
        QVERIFY(!m_row->hasComplaint());
    }

    void complaintOutlivesWhatNobodyTyped() {
        m_field->clear(); // as a sheet does so that the next try begins anew
        QVERIFY(m_row->hasComplaint());
    }

    void roomOfAComplaintStaysWhileItIsMended() {
        m_row->setHelp({});
        m_row->show();
        m_row->adjustSize();
        const int before = m_row->sizeHint().height();
        QTest::keyClick(m_field, Qt::Key_5);
        QVERIFY(!m_row->hasComplaint());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QCOMPARE(m_row->sizeHint().height(), before);
        m_row->setComplaint({}); // the form begins anew
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QVERIFY(m_row->sizeHint().height() < before);
    }

private:
    TextField *m_field = nullptr;
    std::unique_ptr<FieldRow> m_row;
};

QTEST_MAIN(TstFieldRow)
#include "TstFieldRow.moc"
