<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en">
<context>
    <name>soban::shop_app::BoardPage</name>
    <message>
        <source>Deliver no. %1 yourself?</source>
        <translation>%1번을 직접 배달할까요?</translation>
    </message>
    <message>
        <source>Riders are no longer asked for it. The customer&apos;s code proves the hand-over.</source>
        <translation>라이더를 더 찾지 않아요. 고객의 전달 코드로 확인해요.</translation>
    </message>
    <message>
        <source>Deliver it myself</source>
        <translation>직접 배달</translation>
    </message>
    <message>
        <source>Wait for a rider</source>
        <translation>라이더 기다리기</translation>
    </message>
    <message>
        <source>New orders</source>
        <translation>새 주문</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>조리 중</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>준비 완료</translation>
    </message>
    <message>
        <source>Out · done</source>
        <translation>배달 · 마침</translation>
    </message>
</context>
<context>
    <name>soban::shop_app::CodeSheet</name>
    <message>
        <source>Hand over no. %1</source>
        <translation>%1번 전달</translation>
    </message>
    <message>
        <source>%1 is still to be paid. Then ask for the code.</source>
        <translation>%1을 받고 나서 코드를 물어보세요.</translation>
    </message>
    <message>
        <source>Ask the customer for the code.</source>
        <translation>고객에게 코드를 물어보세요.</translation>
    </message>
    <message>
        <source>Hand-over code, four digits</source>
        <translation>전달 코드 네 자리</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>돌아가기</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>전달했어요</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>배달 완료</translation>
    </message>
</context>
<context>
    <name>soban::shop_app::HeadBar</name>
    <message>
        <source>1 order today</source>
        <translation>오늘 1건</translation>
    </message>
    <message>
        <source>%1 orders today</source>
        <translation>오늘 %1건</translation>
    </message>
    <message>
        <source>open until %1</source>
        <translation>영업 %1까지</translation>
    </message>
    <message>
        <source>no new orders</source>
        <translation>새 주문 안 받는 중</translation>
    </message>
    <message>
        <source>closed now</source>
        <translation>지금은 영업 전</translation>
    </message>
    <message>
        <source>How the shop takes orders</source>
        <translation>주문 받는 방식</translation>
    </message>
</context>
<context>
    <name>soban::shop_app::MainPage</name>
    <message>
        <source>Orders</source>
        <translation>주문</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Keys F1</source>
        <translation>단축키 F1</translation>
    </message>
</context>
<context>
    <name>soban::shop_app::ModeSheet</name>
    <message>
        <source>Busy</source>
        <translation>바쁨</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>잠시 멈춤</translation>
    </message>
    <message>
        <source>Customers are told a longer time before they order.</source>
        <translation>주문하기 전에 더 긴 시간을 알려 드려요.</translation>
    </message>
    <message>
        <source>No new orders until then. Those that are here go on.</source>
        <translation>그때까지 새 주문을 받지 않아요. 들어온 주문은 그대로예요.</translation>
    </message>
    <message>
        <source>How much longer</source>
        <translation>더 걸리는 시간</translation>
    </message>
    <message>
        <source>+%1 min</source>
        <translation>+%1분</translation>
    </message>
    <message>
        <source>For how long</source>
        <translation>언제까지</translation>
    </message>
    <message>
        <source>30 min</source>
        <translation>30분</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1시간</translation>
    </message>
    <message>
        <source>2 hours</source>
        <translation>2시간</translation>
    </message>
    <message>
        <source>Until I say</source>
        <translation>내가 풀 때까지</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>돌아가기</translation>
    </message>
    <message>
        <source>Say so</source>
        <translation>알리기</translation>
    </message>
    <message>
        <source>Pause now</source>
        <translation>지금 멈추기</translation>
    </message>
</context>
<context>
    <name>soban::shop_app::OrderBell</name>
    <message>
        <source>New order %1 · %2</source>
        <translation>새 주문 %1 · %2</translation>
    </message>
    <message>
        <source>1 new order</source>
        <translation>새 주문 1건</translation>
    </message>
    <message>
        <source>%1 new orders</source>
        <translation>새 주문 %1건</translation>
    </message>
</context>
<context>
    <name>soban::shop_app::TicketDelegate</name>
    <message>
        <source>New order</source>
        <translation>새 주문</translation>
    </message>
    <message>
        <source>ordered %1</source>
        <translation>%1 주문</translation>
    </message>
    <message>
        <source>Pick-up code</source>
        <translation>픽업 코드</translation>
    </message>
</context>
<context>
    <name>soban::shop_app::TicketWords</name>
    <message>
        <source>Accept · %1 min</source>
        <translation>접수 · %1분</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>조리 시작</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>조리 끝</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>전달하기</translation>
    </message>
    <message>
        <source>Set out</source>
        <translation>배달 출발</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>배달 완료</translation>
    </message>
    <message>
        <source>Deliver it myself</source>
        <translation>직접 배달</translation>
    </message>
    <message>
        <source>waits for you</source>
        <translation>접수 기다림</translation>
    </message>
    <message>
        <source>%1 min late</source>
        <translation>%1분 늦음</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>%1분 남음</translation>
    </message>
    <message>
        <source>finding a rider</source>
        <translation>라이더 찾는 중</translation>
    </message>
    <message>
        <source>%1 is coming</source>
        <translation>%1 라이더 오는 중</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>준비됨</translation>
    </message>
    <message>
        <source>%1 delivers</source>
        <translation>%1 배달 중</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>배달 중</translation>
    </message>
    <message>
        <source>to be paid</source>
        <translation>현장 결제</translation>
    </message>
    <message>
        <source>arrives about %1</source>
        <translation>%1쯤 도착</translation>
    </message>
    <message>
        <source>left at %1</source>
        <translation>%1 출발</translation>
    </message>
    <message>
        <source>delivered %1</source>
        <translation>%1 배달 완료</translation>
    </message>
    <message>
        <source>done %1</source>
        <translation>%1 완료</translation>
    </message>
    <message>
        <source>ordered %1</source>
        <translation>%1 주문</translation>
    </message>
    <message>
        <source>Card: “%1”</source>
        <translation>카드: “%1”</translation>
    </message>
    <message>
        <source>For %1, %2</source>
        <translation>받는 분 %1, %2</translation>
    </message>
    <message>
        <source>No. %1</source>
        <translation>%1번</translation>
    </message>
    <message>
        <source>No. %1 is being prepared</source>
        <translation>%1번 조리를 시작했어요</translation>
    </message>
    <message>
        <source>No. %1 is ready</source>
        <translation>%1번이 준비됐어요</translation>
    </message>
    <message>
        <source>pick-up code %1</source>
        <translation>픽업 코드 %1</translation>
    </message>
</context>
</TS>
