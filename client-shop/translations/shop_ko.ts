<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en">
<context>
    <name>soban::shop_app::AnswerEditor</name>
    <message>
        <source>Write something, then send it.</source>
        <translation>글을 쓰면 보낼 수 있어요.</translation>
    </message>
    <message>
        <source>Too long: please shorten it.</source>
        <translation>너무 길어요. 조금 줄여 주세요.</translation>
    </message>
    <message>
        <source>Ctrl+Enter sends.</source>
        <translation>Ctrl+Enter로 보내요.</translation>
    </message>
    <message>
        <source>Your answer: everybody can read it.</source>
        <translation>답글은 모두가 볼 수 있어요.</translation>
    </message>
    <message>
        <source>Your answer to %1</source>
        <translation>%1 님에게 쓰는 답글</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>나중에</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>보내기</translation>
    </message>
</context>
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
    <name>soban::shop_app::DayPage</name>
    <message>
        <source>No orders yet today</source>
        <translation>오늘은 아직 주문이 없어요</translation>
    </message>
    <message>
        <source>No orders in these days</source>
        <translation>이 기간에는 주문이 없어요</translation>
    </message>
    <message>
        <source>As soon as an order comes,
its figures appear here.</source>
        <translation>주문이 들어오면
여기에 바로 보여요.</translation>
    </message>
    <message>
        <source>today</source>
        <translation>오늘</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>하루</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>진행 중</translation>
    </message>
    <message>
        <source>Save the orders</source>
        <translation>주문 저장</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>표</translation>
    </message>
    <message>
        <source>%1 could not be written. Choose another folder.</source>
        <translation>%1에 저장하지 못했어요. 다른 폴더를 골라 주세요.</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>%1에 저장했어요</translation>
    </message>
    <message>
        <source>Printed.</source>
        <translation>인쇄했어요.</translation>
    </message>
    <message>
        <source>The printer did not take it. Look whether it is on and has paper.</source>
        <translation>프린터가 받지 못했어요. 전원과 용지를 확인해 주세요.</translation>
    </message>
    <message>
        <source>Save CSV</source>
        <translation>CSV 저장</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>인쇄</translation>
    </message>
    <message>
        <source>What the sales are made of</source>
        <translation>매출 내역</translation>
    </message>
    <message>
        <source>Recent orders</source>
        <translation>최근 주문</translation>
    </message>
    <message>
        <source>None since yesterday.</source>
        <translation>어제부터 들어온 주문이 없어요.</translation>
    </message>
    <message>
        <source>Sold most</source>
        <translation>많이 나간 메뉴</translation>
    </message>
</context>
<context>
    <name>soban::shop_app::DayReport</name>
    <message>
        <source>What the sales are made of</source>
        <translation>매출 내역</translation>
    </message>
    <message>
        <source>Sold most</source>
        <translation>많이 나간 메뉴</translation>
    </message>
</context>
<context>
    <name>soban::shop_app::FigureWords</name>
    <message>
        <source>Today&apos;s figures</source>
        <translation>오늘의 정산</translation>
    </message>
    <message>
        <source>This month&apos;s figures</source>
        <translation>이번 달 정산</translation>
    </message>
    <message>
        <source>Figures of a period</source>
        <translation>기간 정산</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>%1까지</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>주문</translation>
    </message>
    <message>
        <source>average %1</source>
        <translation>평균 %1</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>아직 없어요</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>매출</translation>
    </message>
    <message>
        <source>average %1 a day</source>
        <translation>하루 평균 %1</translation>
    </message>
    <message>
        <source>with the fees for delivery</source>
        <translation>배달비 포함</translation>
    </message>
    <message>
        <source>%1 % against %2 until %3:00</source>
        <translation>%2 %3시까지보다 %1 %</translation>
    </message>
    <message>
        <source>Fell through</source>
        <translation>취소·거절</translation>
    </message>
    <message>
        <source>%1 refused</source>
        <translation>거절 %1</translation>
    </message>
    <message>
        <source>%1 not answered</source>
        <translation>시간 초과 %1</translation>
    </message>
    <message>
        <source>%1 cancelled</source>
        <translation>취소 %1</translation>
    </message>
    <message>
        <source>%1 returned</source>
        <translation>반품 %1</translation>
    </message>
    <message>
        <source>nothing: every order went through</source>
        <translation>없어요. 모두 잘 나갔어요</translation>
    </message>
    <message>
        <source>Average preparation</source>
        <translation>평균 조리</translation>
    </message>
    <message>
        <source>nothing ready yet</source>
        <translation>아직 나간 주문이 없어요</translation>
    </message>
    <message>
        <source>as promised</source>
        <translation>약속한 만큼 걸려요</translation>
    </message>
    <message>
        <source>%1 min faster than promised</source>
        <translation>약속보다 %1분 빨라요</translation>
    </message>
    <message>
        <source>%1 min slower than promised</source>
        <translation>약속보다 %1분 늦어요</translation>
    </message>
    <message>
        <source>thousand ₩</source>
        <translation>천 원</translation>
    </message>
    <message>
        <source>Sales by hour</source>
        <translation>시간대별 매출</translation>
    </message>
    <message>
        <source>Sales by day</source>
        <translation>날짜별 매출</translation>
    </message>
    <message>
        <source>last %1</source>
        <translation>지난주 %1</translation>
    </message>
    <message>
        <source>%1:00</source>
        <translation>%1시</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>상품</translation>
    </message>
    <message>
        <source>Fees for delivery</source>
        <translation>배달비</translation>
    </message>
    <message>
        <source>of it by card</source>
        <translation>그중 카드 결제</translation>
    </message>
    <message>
        <source>of it at the hand-over</source>
        <translation>그중 현장 결제</translation>
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
    <name>soban::shop_app::KitchenTicket</name>
    <message>
        <source>COPY</source>
        <translation>사본</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>주문</translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation>받고 싶은 시간</translation>
    </message>
    <message>
        <source>Ready by</source>
        <translation>조리 완료 예정</translation>
    </message>
    <message>
        <source>Pick-up code</source>
        <translation>픽업 코드</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>Words on the card</source>
        <translation>카드 문구</translation>
    </message>
    <message>
        <source>For</source>
        <translation>받는 분</translation>
    </message>
    <message>
        <source>Deliver to</source>
        <translation>배달 주소</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>To be collected</source>
        <translation>받을 돈</translation>
    </message>
    <message>
        <source>Printed %1</source>
        <translation>%1 인쇄</translation>
    </message>
    <message>
        <source>Ticket %1</source>
        <translation>전표 %1</translation>
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
    <message>
        <source>Reviews</source>
        <translation>리뷰</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>정산</translation>
    </message>
    <message>
        <source>Copy of ticket %1: %2</source>
        <translation>%1번 전표 사본: %2</translation>
    </message>
    <message>
        <source>Ticket %1: %2</source>
        <translation>%1번 전표: %2</translation>
    </message>
    <message>
        <source>Ticket %1 is not printed: this computer has no printer. Choose a folder for PDFs in the settings.</source>
        <translation>%1번 전표를 인쇄하지 못했어요. 이 컴퓨터에 프린터가 없어요. 설정에서 PDF 폴더를 골라 주세요.</translation>
    </message>
    <message>
        <source>Ticket %1 is not printed: the printer did not take it. Look whether it is on and has paper, then print it with P.</source>
        <translation>%1번 전표를 인쇄하지 못했어요. 프린터 전원과 용지를 확인하고 P로 다시 인쇄해 주세요.</translation>
    </message>
    <message>
        <source>Ticket %1 is not printed: the folder cannot be written to. Choose another one in the settings.</source>
        <translation>%1번 전표를 저장하지 못했어요. 설정에서 다른 폴더를 골라 주세요.</translation>
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
    <name>soban::shop_app::PrintSection</name>
    <message>
        <source>Folder for tickets</source>
        <translation>전표 폴더</translation>
    </message>
    <message>
        <source>P prints the ticket in hand.</source>
        <translation>P를 누르면 고른 전표를 인쇄해요.</translation>
    </message>
    <message>
        <source>Each accepted order, once, on the system&apos;s usual printer, 80 mm wide.</source>
        <translation>접수한 주문마다 기본 프린터로 80 mm 전표를 한 장 인쇄해요.</translation>
    </message>
    <message>
        <source>Each accepted order, once, in %1</source>
        <translation>접수한 주문마다 PDF 한 장을 저장해요: %1</translation>
    </message>
    <message>
        <source>Kitchen tickets</source>
        <translation>주방 전표</translation>
    </message>
    <message>
        <source>Print each accepted order by itself</source>
        <translation>접수한 주문을 저절로 인쇄하기</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>끄기</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>프린터</translation>
    </message>
    <message>
        <source>PDF folder</source>
        <translation>PDF 폴더</translation>
    </message>
    <message>
        <source>Another folder</source>
        <translation>다른 폴더</translation>
    </message>
</context>
<context>
    <name>soban::shop_app::RecentOrders</name>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 외 %2</translation>
    </message>
</context>
<context>
    <name>soban::shop_app::ReviewBook</name>
    <message>
        <source>%1 of 5 stars by %2</source>
        <translation>%2 님이 별 5개 중 %1개</translation>
    </message>
    <message>
        <source>with a photo</source>
        <translation>사진 있음</translation>
    </message>
    <message>
        <source>your answer: %1</source>
        <translation>내 답글: %1</translation>
    </message>
    <message>
        <source>not answered yet</source>
        <translation>아직 답하지 않음</translation>
    </message>
</context>
<context>
    <name>soban::shop_app::ReviewDelegate</name>
    <message>
        <source>No. %1</source>
        <translation>%1번</translation>
    </message>
    <message>
        <source>Your answer · %1</source>
        <translation>내 답글 · %1</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>내 답글</translation>
    </message>
    <message>
        <source>Change the answer</source>
        <translation>답글 고치기</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>답글 쓰기</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>답글 없음</translation>
    </message>
</context>
<context>
    <name>soban::shop_app::ReviewsPage</name>
    <message>
        <source>1 review</source>
        <translation>리뷰 1개</translation>
    </message>
    <message>
        <source>%1 reviews</source>
        <translation>리뷰 %1개</translation>
    </message>
    <message>
        <source>All</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Not answered · %1</source>
        <translation>답글 없음 · %1</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>답글 없음</translation>
    </message>
    <message>
        <source>No reviews yet</source>
        <translation>아직 리뷰가 없어요</translation>
    </message>
    <message>
        <source>Customers are asked once their order has come.
What they write appears here.</source>
        <translation>주문이 도착하면 고객에게 리뷰를 부탁해요.
쓰면 여기에 바로 보여요.</translation>
    </message>
    <message>
        <source>All answered</source>
        <translation>모두 답했어요</translation>
    </message>
    <message>
        <source>Every review has your answer.</source>
        <translation>리뷰마다 답글이 있어요.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>전체 보기</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>리뷰</translation>
    </message>
    <message>
        <source>Which reviews</source>
        <translation>리뷰 고르기</translation>
    </message>
</context>
<context>
    <name>soban::shop_app::ShopWindow</name>
    <message>
        <source>Print the ticket in hand</source>
        <translation>고른 전표 인쇄</translation>
    </message>
</context>
<context>
    <name>soban::shop_app::SlowBar</name>
    <message>
        <source>Loading</source>
        <translation>불러오는 중</translation>
    </message>
</context>
<context>
    <name>soban::shop_app::SpanPicker</name>
    <message>
        <source>Which days</source>
        <translation>기간 고르기</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>오늘</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>이번 달</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>기간</translation>
    </message>
    <message>
        <source>From</source>
        <translation>시작일</translation>
    </message>
    <message>
        <source>To</source>
        <translation>끝나는 날</translation>
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
    <message>
        <source>Take it off the board</source>
        <translation>보드에서 치우기</translation>
    </message>
    <message>
        <source>I have seen it</source>
        <translation>바뀐 것 봤어요</translation>
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
        <source>This order is cancelled</source>
        <translation>취소된 주문이에요</translation>
    </message>
    <message>
        <source>The customer changed it</source>
        <translation>고객이 바꿨어요</translation>
    </message>
    <message>
        <source>is new</source>
        <translation>새로 들어왔어요</translation>
    </message>
    <message>
        <source>was taken off</source>
        <translation>빠졌어요</translation>
    </message>
    <message>
        <source>%1 before, now %2</source>
        <translation>%1개에서 %2개로 바뀌었어요</translation>
    </message>
</context>
</TS>
