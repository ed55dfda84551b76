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
    <message>
        <source>Start no. %1 already?</source>
        <translation>%1번을 지금 미리 시작할까요?</translation>
    </message>
    <message>
        <source>It is wanted %1. It is enough to begin %2; you will be called then.</source>
        <translation>%1에 받기로 한 주문이에요. %2에 시작하면 돼요. 그때 알려 드려요.</translation>
    </message>
    <message>
        <source>Start now</source>
        <translation>지금 시작</translation>
    </message>
    <message>
        <source>Leave it for later</source>
        <translation>나중에 하기</translation>
    </message>
    <message>
        <source>No orders now</source>
        <translation>지금은 주문이 없어요</translation>
    </message>
    <message>
        <source>New orders ring and appear here.</source>
        <translation>새 주문이 오면 벨이 울리고 여기에 보여요.</translation>
    </message>
    <message>
        <source>The shop is paused and takes no orders.</source>
        <translation>잠시 멈춰서 주문을 받지 않아요.</translation>
    </message>
    <message>
        <source>The shop does not open in the next two weeks.</source>
        <translation>두 주 안에 여는 날이 없어요.</translation>
    </message>
    <message>
        <source>The shop opens %1.
New orders ring and appear here.</source>
        <translation>%1에 열어요.
새 주문이 오면 벨이 울리고 여기에 보여요.</translation>
    </message>
    <message>
        <source>In preparation</source>
        <translation>준비 중</translation>
    </message>
    <message>
        <source>New orders ring here.</source>
        <translation>새 주문이 오면 벨이 울려요.</translation>
    </message>
    <message>
        <source>Nothing to prepare.</source>
        <translation>준비할 주문이 없어요.</translation>
    </message>
    <message>
        <source>Nothing has left today.</source>
        <translation>오늘은 아직 나간 주문이 없어요.</translation>
    </message>
    <message>
        <source>Set out with no. %1 already?</source>
        <translation>%1번을 지금 미리 배달하러 갈까요?</translation>
    </message>
    <message>
        <source>It is wanted %1. The customer is told that it is on the way.</source>
        <translation>%1에 받기로 한 주문이에요. 출발하면 고객에게 배달 중이라고 알려요.</translation>
    </message>
    <message>
        <source>Set out now</source>
        <translation>지금 출발</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>나중에 하기</translation>
    </message>
    <message>
        <source>Nothing waits to leave.</source>
        <translation>나갈 주문이 없어요.</translation>
    </message>
    <message>
        <source>Accept, or the next step</source>
        <translation>접수 또는 다음 단계</translation>
    </message>
    <message>
        <source>More or fewer minutes</source>
        <translation>준비 시간 늘리기·줄이기</translation>
    </message>
    <message>
        <source>To the next lane</source>
        <translation>옆 칸으로</translation>
    </message>
    <message>
        <source>All of an order</source>
        <translation>주문 자세히 보기</translation>
    </message>
    <message>
        <source>Decline a new order</source>
        <translation>새 주문 거절</translation>
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
        <source>Recent orders</source>
        <translation>최근 주문</translation>
    </message>
    <message>
        <source>None since yesterday.</source>
        <translation>어제부터 들어온 주문이 없어요.</translation>
    </message>
    <message>
        <source>Sales breakdown</source>
        <translation>매출 내역</translation>
    </message>
    <message>
        <source>Best sellers</source>
        <translation>많이 나간 메뉴</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>서버와 연결이 끊겼어요</translation>
    </message>
    <message>
        <source>The figures appear when the server can be reached again.</source>
        <translation>다시 연결되면 보여요.</translation>
    </message>
</context>
<context>
    <name>soban::shop_app::DayReport</name>
    <message>
        <source>Sales breakdown</source>
        <translation>매출 내역</translation>
    </message>
    <message>
        <source>Best sellers</source>
        <translation>많이 나간 메뉴</translation>
    </message>
</context>
<context>
    <name>soban::shop_app::DaySheet</name>
    <message>
        <source>Write times such as 11:00 or 21:30.</source>
        <translation>11:00, 21:30처럼 시간을 적어 주세요.</translation>
    </message>
    <message>
        <source>These times overlap, or close before they open.</source>
        <translation>시간이 겹치거나 여는 시간보다 먼저 닫아요.</translation>
    </message>
    <message>
        <source>Open or closed</source>
        <translation>영업 여부</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>영업</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>휴무</translation>
    </message>
    <message>
        <source>Opens</source>
        <translation>여는 시간</translation>
    </message>
    <message>
        <source>Closes</source>
        <translation>닫는 시간</translation>
    </message>
    <message>
        <source>Remove these hours</source>
        <translation>이 시간 빼기</translation>
    </message>
    <message>
        <source>More hours</source>
        <translation>시간 추가</translation>
    </message>
    <message>
        <source>24:00 is midnight. A closing time before the opening is on the next day.</source>
        <translation>24:00은 자정이에요. 닫는 시간이 여는 시간보다 이르면 다음 날이에요.</translation>
    </message>
    <message>
        <source>The same on</source>
        <translation>같은 요일</translation>
    </message>
</context>
<context>
    <name>soban::shop_app::EditSheet</name>
    <message>
        <source>Leave without saving?</source>
        <translation>저장하지 않고 나갈까요?</translation>
    </message>
    <message>
        <source>What you have entered here would be lost.</source>
        <translation>여기에 적은 내용이 사라져요.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>돌아가기</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>버리기</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>계속 고치기</translation>
    </message>
</context>
<context>
    <name>soban::shop_app::EndingDesk</name>
    <message>
        <source>Decline the order</source>
        <translation>주문 거절</translation>
    </message>
    <message>
        <source>Nobody took it</source>
        <translation>받는 사람이 없어요</translation>
    </message>
    <message>
        <source>Cancel the order</source>
        <translation>주문 취소</translation>
    </message>
    <message>
        <source>Decline no. %1?</source>
        <translation>%1번 주문을 거절할까요?</translation>
    </message>
    <message>
        <source>Bring no. %1 back?</source>
        <translation>%1번을 가게로 가져올까요?</translation>
    </message>
    <message>
        <source>Cancel no. %1?</source>
        <translation>%1번 주문을 취소할까요?</translation>
    </message>
    <message>
        <source>%1 is told at once, and reads your reason.</source>
        <translation>%1 님에게 바로 알리고, 고른 까닭을 보여 드려요.</translation>
    </message>
    <message>
        <source>Nothing is taken for it</source>
        <translation>받을 돈이 없어져요</translation>
    </message>
    <message>
        <source>It was to be paid when it is handed over.</source>
        <translation>건네줄 때 받기로 한 주문이에요.</translation>
    </message>
    <message>
        <source>%1 stays paid</source>
        <translation>%1 결제는 그대로예요</translation>
    </message>
    <message>
        <source>The goods were made; the customer gets nothing back.</source>
        <translation>이미 준비한 주문이라 고객에게 환불하지 않아요.</translation>
    </message>
    <message>
        <source>%1 goes back to the customer</source>
        <translation>고객에게 %1을 모두 돌려줘요</translation>
    </message>
    <message>
        <source>All of it. Nothing of this order is paid out to the shop.</source>
        <translation>이 주문은 가게 정산에 들어가지 않아요.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>돌아가기</translation>
    </message>
    <message>
        <source>Soban bears the cost of what you have made.</source>
        <translation>준비하신 비용은 소반이 부담해요.</translation>
    </message>
    <message>
        <source>All of it. Soban bears the cost.</source>
        <translation>비용은 소반이 부담해요.</translation>
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
        <source>%1 % against %2 until %3:00</source>
        <translation>%2 %3시까지보다 %1 %</translation>
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
        <source>Average preparation</source>
        <translation>평균 준비</translation>
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
        <source>including delivery fees</source>
        <translation>배달비 포함</translation>
    </message>
    <message>
        <source>Lost orders</source>
        <translation>취소·거절</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없어요</translation>
    </message>
    <message>
        <source>Delivery fees</source>
        <translation>배달비</translation>
    </message>
    <message>
        <source>paid by card</source>
        <translation>그중 카드 결제</translation>
    </message>
    <message>
        <source>paid on delivery</source>
        <translation>그중 만나서 결제</translation>
    </message>
    <message>
        <source>%1 not accepted yet</source>
        <translation>수락 전 %1</translation>
    </message>
</context>
<context>
    <name>soban::shop_app::GroupSheet</name>
    <message>
        <source>New option</source>
        <translation>새 옵션</translation>
    </message>
    <message>
        <source>Add at least one option.</source>
        <translation>옵션을 하나 이상 추가해 주세요.</translation>
    </message>
    <message>
        <source>New option group</source>
        <translation>새 옵션 묶음</translation>
    </message>
    <message>
        <source>Option group</source>
        <translation>옵션 묶음</translation>
    </message>
    <message>
        <source>Name in Korean</source>
        <translation>한국어 이름</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>영어 이름</translation>
    </message>
    <message>
        <source>How many may be chosen</source>
        <translation>몇 개를 고르나요</translation>
    </message>
    <message>
        <source>Exactly one</source>
        <translation>하나만</translation>
    </message>
    <message>
        <source>Several, or none</source>
        <translation>여러 개 또는 안 고름</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>적어도</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>많아도</translation>
    </message>
    <message>
        <source>Options, in their order</source>
        <translation>옵션 순서</translation>
    </message>
    <message>
        <source>Add option</source>
        <translation>옵션 추가</translation>
    </message>
    <message>
        <source>Option in Korean</source>
        <translation>한국어 옵션</translation>
    </message>
    <message>
        <source>Option in English</source>
        <translation>영어 옵션</translation>
    </message>
    <message>
        <source>Extra price</source>
        <translation>더하는 값</translation>
    </message>
    <message>
        <source>Remove option</source>
        <translation>옵션 빼기</translation>
    </message>
    <message>
        <source>Remove the group</source>
        <translation>묶음 빼기</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>적용</translation>
    </message>
</context>
<context>
    <name>soban::shop_app::HandOverSheet</name>
    <message>
        <source>Hand over no. %1</source>
        <translation>%1번 전달</translation>
    </message>
    <message>
        <source>Ask the customer for the code.</source>
        <translation>고객에게 전달 코드를 여쭤보세요.</translation>
    </message>
    <message>
        <source>Hand-over code, four digits</source>
        <translation>전달 코드 네 자리</translation>
    </message>
    <message>
        <source>Customer&apos;s code</source>
        <translation>전달 코드</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>Proof of delivery</source>
        <translation>전달 확인</translation>
    </message>
    <message>
        <source>The photo of the hand-over</source>
        <translation>전달 사진</translation>
    </message>
    <message>
        <source>Nobody opens? Read the note, put it down and take a photo of it there.</source>
        <translation>아무도 없나요? 메모를 읽고, 내려놓은 곳에서 사진을 찍어 주세요.</translation>
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
    <message>
        <source>Ask %1 for the code. %2, who ordered, has it and can pass it on.</source>
        <translation>%1 님께 전달 코드를 여쭤보세요. 주문하신 %2 님이 알려 주실 수 있어요.</translation>
    </message>
    <message>
        <source>%1 is still to be paid.</source>
        <translation>먼저 %1을 받으세요.</translation>
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
        <source>open now</source>
        <translation>영업 중</translation>
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
    <message>
        <source>Paused until you end it</source>
        <translation>풀 때까지 멈춤</translation>
    </message>
    <message>
        <source>Paused until %1</source>
        <translation>%1까지 멈춤</translation>
    </message>
    <message>
        <source>+%1 min</source>
        <translation>+%1분</translation>
    </message>
    <message>
        <source>+%1 min until %2</source>
        <translation>+%1분, %2까지</translation>
    </message>
    <message>
        <source>Press to go back to normal.</source>
        <translation>누르면 정상으로 돌아가요.</translation>
    </message>
    <message>
        <source>Hear the alarm</source>
        <translation>알림음 들어 보기</translation>
    </message>
</context>
<context>
    <name>soban::shop_app::HolidaySheet</name>
    <message>
        <source>Holiday</source>
        <translation>휴일</translation>
    </message>
    <message>
        <source>New holiday</source>
        <translation>새 휴일</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>첫날</translation>
    </message>
    <message>
        <source>How many days</source>
        <translation>며칠 동안</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>빼기</translation>
    </message>
</context>
<context>
    <name>soban::shop_app::HoursPage</name>
    <message>
        <source>Hours</source>
        <translation>영업시간</translation>
    </message>
    <message>
        <source>Open until %1</source>
        <translation>영업 중 · %1까지</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>영업 중</translation>
    </message>
    <message>
        <source>Busy, +%1 min · %2</source>
        <translation>주문 많음, +%1분 · %2</translation>
    </message>
    <message>
        <source>Takes no orders for now</source>
        <translation>지금은 주문을 받지 않아요</translation>
    </message>
    <message>
        <source>Closed · opens %1</source>
        <translation>영업 종료 · %1에 열어요</translation>
    </message>
    <message>
        <source>Closed · no opening in the next two weeks</source>
        <translation>영업 종료 · 두 주 안에 여는 날이 없어요</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1일</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>영업시간</translation>
    </message>
    <message>
        <source>Holidays</source>
        <translation>휴일</translation>
    </message>
    <message>
        <source>None is planned. On a holiday the shop stays closed all day.</source>
        <translation>정해 둔 휴일이 없어요. 휴일에는 하루 종일 닫아요.</translation>
    </message>
    <message>
        <source>Add holiday</source>
        <translation>휴일 추가</translation>
    </message>
    <message>
        <source>%1 · today</source>
        <translation>%1 · 오늘</translation>
    </message>
    <message>
        <source>What customers see now</source>
        <translation>지금 고객이 보는 말</translation>
    </message>
</context>
<context>
    <name>soban::shop_app::HoursText</name>
    <message>
        <source>Round the clock</source>
        <translation>24시간</translation>
    </message>
    <message>
        <source>%1 next day</source>
        <translation>다음 날 %1</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>휴무</translation>
    </message>
</context>
<context>
    <name>soban::shop_app::ItemEditor</name>
    <message>
        <source>It has changed elsewhere. What you typed is still here; look at it and save again.</source>
        <translation>다른 곳에서 바뀌었어요. 적은 내용은 그대로예요. 확인하고 다시 저장해 주세요.</translation>
    </message>
    <message>
        <source>It has been deleted elsewhere. What you typed is still here; saving adds it again.</source>
        <translation>다른 곳에서 지웠어요. 적은 내용은 그대로예요. 저장하면 다시 추가돼요.</translation>
    </message>
    <message>
        <source>Delete “%1”?</source>
        <translation>“%1” 지울까요?</translation>
    </message>
    <message>
        <source>It leaves the menu for good. Orders that are placed already stay. To take it away for a while, hide it.</source>
        <translation>메뉴에서 완전히 사라져요. 이미 받은 주문은 그대로예요. 잠시만 빼려면 숨겨 주세요.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>두기</translation>
    </message>
    <message>
        <source>The new item is not saved yet.</source>
        <translation>새 메뉴를 아직 저장하지 않았어요.</translation>
    </message>
    <message>
        <source>“%1” is not saved yet.</source>
        <translation>아직 저장하지 않았어요: “%1”</translation>
    </message>
    <message>
        <source>New item</source>
        <translation>새 메뉴</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>저장 중</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>메뉴</translation>
    </message>
    <message>
        <source>Delete item</source>
        <translation>메뉴 지우기</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>버리기</translation>
    </message>
</context>
<context>
    <name>soban::shop_app::ItemFields</name>
    <message>
        <source>won</source>
        <translation>원</translation>
    </message>
    <message>
        <source>Name in Korean</source>
        <translation>한국어 이름</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>영어 이름</translation>
    </message>
    <message>
        <source>Description in Korean</source>
        <translation>한국어 설명</translation>
    </message>
    <message>
        <source>Description in English</source>
        <translation>영어 설명</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>가격</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>메뉴 분류</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>무제한</translation>
    </message>
    <message>
        <source>Option groups</source>
        <translation>옵션 묶음</translation>
    </message>
    <message>
        <source>Add option group</source>
        <translation>옵션 묶음 추가</translation>
    </message>
    <message>
        <source>In stock now</source>
        <translation>지금 재고</translation>
    </message>
    <message>
        <source>Stock per day</source>
        <translation>하루 재고</translation>
    </message>
    <message>
        <source>not reset</source>
        <translation>채우지 않음</translation>
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
        <translation>준비 완료 예정</translation>
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
    <message>
        <source>CHANGED</source>
        <translation>변경</translation>
    </message>
</context>
<context>
    <name>soban::shop_app::LeaveSheet</name>
    <message>
        <source>Customers do not see it before it is saved.</source>
        <translation>저장해야 고객에게 보여요.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>계속 고치기</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>버리기</translation>
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
        <source>Menu</source>
        <translation>메뉴</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>영업시간</translation>
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
    <message>
        <source>No. %1 is declined</source>
        <translation>%1번 주문을 거절했어요</translation>
    </message>
    <message>
        <source>No. %1 is back</source>
        <translation>%1번이 가게로 돌아왔어요</translation>
    </message>
    <message>
        <source>No. %1 is cancelled</source>
        <translation>%1번 주문을 취소했어요</translation>
    </message>
    <message>
        <source>No. %1: %2 min more, and the customer is told</source>
        <translation>%1번 준비 시간을 %2분 늘리고 고객에게 알렸어요</translation>
    </message>
    <message>
        <source>Card payment is down at the moment.</source>
        <translation>지금은 카드 결제가 안 돼요.</translation>
    </message>
    <message>
        <source>New orders come with payment on delivery. What is paid stays paid.</source>
        <translation>새 주문은 만나서 결제로 들어와요. 이미 결제된 주문은 그대로예요.</translation>
    </message>
</context>
<context>
    <name>soban::shop_app::MenuPage</name>
    <message>
        <source>Menu</source>
        <translation>메뉴</translation>
    </message>
    <message>
        <source>1 item</source>
        <translation>1가지</translation>
    </message>
    <message>
        <source>%1 items</source>
        <translation>%1가지</translation>
    </message>
    <message>
        <source>%1 sold out</source>
        <translation>품절 %1</translation>
    </message>
    <message>
        <source>Drag a row, or press Alt ↑ ↓, to change the order. What is saved is with the customers at once.</source>
        <translation>끌거나 Alt ↑ ↓로 순서를 바꿔요. 고친 내용은 저장하면 바로 고객에게 보여요.</translation>
    </message>
    <message>
        <source>Nothing is lost. Try once more.</source>
        <translation>사라진 것은 없어요. 다시 해 보세요.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 하기</translation>
    </message>
    <message>
        <source>Items are found by their names, in both languages.</source>
        <translation>한국어나 영어 이름으로 찾아요.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>모두 보기</translation>
    </message>
    <message>
        <source>The menu is empty</source>
        <translation>메뉴가 비어 있어요</translation>
    </message>
    <message>
        <source>Add section</source>
        <translation>분류 추가</translation>
    </message>
    <message>
        <source>Nothing in this section yet</source>
        <translation>아직 메뉴가 없는 분류예요</translation>
    </message>
    <message>
        <source>Customers see it with its first item.</source>
        <translation>첫 메뉴를 추가하면 고객에게 보여요.</translation>
    </message>
    <message>
        <source>Add item</source>
        <translation>메뉴 추가</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>메뉴 분류</translation>
    </message>
    <message>
        <source>Rename or delete the section</source>
        <translation>분류 이름을 고치거나 지우기</translation>
    </message>
    <message>
        <source>Find an item</source>
        <translation>메뉴 찾기</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>메뉴 목록</translation>
    </message>
    <message>
        <source>To the list</source>
        <translation>목록으로</translation>
    </message>
    <message>
        <source>Save the item</source>
        <translation>메뉴 저장</translation>
    </message>
    <message>
        <source>Sold out for the rest of today</source>
        <translation>오늘만 품절 (내일 다시 판매)</translation>
    </message>
    <message>
        <source>Sold out for 4 hours,</source>
        <translation>4시간 동안 품절,</translation>
    </message>
    <message>
        <source>Hidden from the menu</source>
        <translation>메뉴에서 숨기기</translation>
    </message>
    <message>
        <source>%1: sold out</source>
        <translation>%1: 품절로 바꿨어요</translation>
    </message>
    <message>
        <source>%1 running low</source>
        <translation>곧 떨어짐 %1</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>저장하는 중이에요.</translation>
    </message>
    <message>
        <source>Loading the menu</source>
        <translation>메뉴를 가져오는 중이에요</translation>
    </message>
    <message>
        <source>The menu could not be loaded</source>
        <translation>메뉴를 가져오지 못했어요</translation>
    </message>
    <message>
        <source>No item found</source>
        <translation>찾는 메뉴가 없어요</translation>
    </message>
    <message>
        <source>Add a first section.</source>
        <translation>메뉴 분류부터 만들어 주세요.</translation>
    </message>
    <message>
        <source>Space marks an item sold out for today or available again, S shows all states, Enter edits.</source>
        <translation>스페이스는 오늘 품절과 판매를 바꾸고, S는 모든 상태를 보여 주고, 엔터는 고쳐요.</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>판매 중</translation>
    </message>
    <message>
        <source>Sold out until I change it</source>
        <translation>바꿀 때까지 품절</translation>
    </message>
    <message>
        <source>%1: available again</source>
        <translation>%1: 다시 팔아요</translation>
    </message>
</context>
<context>
    <name>soban::shop_app::MenuTableHead</name>
    <message>
        <source>Item</source>
        <translation>메뉴</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>가격</translation>
    </message>
    <message>
        <source>State (press to change)</source>
        <translation>상태 (눌러서 바꾸기)</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>재고</translation>
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
        <translation>고객이 주문하기 전에 늘어난 시간을 보여 드려요.</translation>
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
        <translation>얼마 동안</translation>
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
        <source>Pause now</source>
        <translation>지금 멈추기</translation>
    </message>
    <message>
        <source>Until I end it</source>
        <translation>풀 때까지</translation>
    </message>
    <message>
        <source>Set busy</source>
        <translation>바쁨으로 바꾸기</translation>
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
    <message>
        <source>Time to begin no. %1, wanted %2</source>
        <translation>%1번 시작할 시간이에요 · %2 받기로 함</translation>
    </message>
    <message>
        <source>No rider has taken no. %1</source>
        <translation>%1번을 맡은 라이더가 없어요</translation>
    </message>
    <message>
        <source>Deliver it yourself, or cancel it: Soban bears the cost.</source>
        <translation>직접 배달하거나 취소해 주세요. 비용은 소반이 부담해요.</translation>
    </message>
    <message>
        <source>Cancel it: Soban bears the cost.</source>
        <translation>취소해 주세요. 비용은 소반이 부담해요.</translation>
    </message>
</context>
<context>
    <name>soban::shop_app::PicturePart</name>
    <message>
        <source>This is no picture that can be used. Choose a PNG or JPEG file.</source>
        <translation>쓸 수 있는 사진이 아니에요. PNG나 JPEG 파일을 골라 주세요.</translation>
    </message>
    <message>
        <source>This picture is too large. At most 4 MB.</source>
        <translation>사진이 너무 커요. 4 MB까지예요.</translation>
    </message>
    <message>
        <source>The server cannot read this picture. Save it again as PNG or JPEG.</source>
        <translation>서버가 이 사진을 읽지 못해요. PNG나 JPEG로 다시 저장해 주세요.</translation>
    </message>
    <message>
        <source>Change picture</source>
        <translation>사진 바꾸기</translation>
    </message>
    <message>
        <source>Without a picture</source>
        <translation>사진 빼기</translation>
    </message>
    <message>
        <source>The picture is being sent</source>
        <translation>사진을 보내는 중이에요</translation>
    </message>
</context>
<context>
    <name>soban::shop_app::PrintSection</name>
    <message>
        <source>Folder for tickets</source>
        <translation>전표 폴더</translation>
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
        <source>P prints the selected ticket.</source>
        <translation>P를 누르면 고른 전표를 인쇄해요.</translation>
    </message>
    <message>
        <source>Order tickets</source>
        <translation>주문 전표</translation>
    </message>
    <message>
        <source>Print accepted orders automatically</source>
        <translation>접수한 주문 자동 인쇄</translation>
    </message>
    <message>
        <source>Change folder</source>
        <translation>폴더 바꾸기</translation>
    </message>
</context>
<context>
    <name>soban::shop_app::RecentOrders</name>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 외 %2개</translation>
    </message>
</context>
<context>
    <name>soban::shop_app::RefusalWords</name>
    <message>
        <source>Write 1 to %1 characters.</source>
        <translation>1자에서 %1자까지 적어 주세요.</translation>
    </message>
    <message>
        <source>At most %1 characters.</source>
        <translation>%1자까지예요.</translation>
    </message>
    <message>
        <source>Write an amount from 0 to %1.</source>
        <translation>0부터 %1까지 적어 주세요.</translation>
    </message>
    <message>
        <source>Write a whole number from %1 to %2.</source>
        <translation>%1부터 %2까지 수를 적어 주세요.</translation>
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
    <message>
        <source>Leave without sending the answer?</source>
        <translation>답글을 보내지 않고 나갈까요?</translation>
    </message>
    <message>
        <source>What you have written to this review would be lost.</source>
        <translation>이 리뷰에 쓴 글이 사라져요.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>버리기</translation>
    </message>
    <message>
        <source>Keep writing</source>
        <translation>계속 쓰기</translation>
    </message>
</context>
<context>
    <name>soban::shop_app::SalePart</name>
    <message>
        <source>Sold out</source>
        <translation>품절</translation>
    </message>
    <message>
        <source>As set</source>
        <translation>정한 대로</translation>
    </message>
    <message>
        <source>Today only</source>
        <translation>오늘만</translation>
    </message>
    <message>
        <source>For 4 hours</source>
        <translation>4시간 동안</translation>
    </message>
    <message>
        <source>Availability</source>
        <translation>판매 상태</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>판매 중</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>숨김</translation>
    </message>
    <message>
        <source>Until I change it</source>
        <translation>바꿀 때까지</translation>
    </message>
</context>
<context>
    <name>soban::shop_app::SaleWords</name>
    <message>
        <source>until %1</source>
        <translation>%1까지</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>숨김</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1개 남음</translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation>품절</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>무제한</translation>
    </message>
    <message>
        <source>No options</source>
        <translation>옵션 없음</translation>
    </message>
    <message>
        <source>1 option group</source>
        <translation>옵션 묶음 1</translation>
    </message>
    <message>
        <source>%1 option groups</source>
        <translation>옵션 묶음 %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2가지 중 %1개</translation>
    </message>
    <message>
        <source>%1 to %2 of %3</source>
        <translation>%3가지 중 %1~%2개</translation>
    </message>
    <message>
        <source>stock %1</source>
        <translation>재고 %1</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>판매 중</translation>
    </message>
    <message>
        <source>back %1</source>
        <translation>%1 다시 판매</translation>
    </message>
</context>
<context>
    <name>soban::shop_app::SectionSheet</name>
    <message>
        <source>There is a section of this name already.</source>
        <translation>같은 이름의 분류가 있어요.</translation>
    </message>
    <message>
        <source>Delete “%1”?</source>
        <translation>“%1” 지울까요?</translation>
    </message>
    <message>
        <source>The item in it is deleted, too. Orders that are placed already stay.</source>
        <translation>안에 있는 메뉴도 지워요. 이미 받은 주문은 그대로예요.</translation>
    </message>
    <message>
        <source>The %1 items in it are deleted, too. Orders that are placed already stay.</source>
        <translation>안에 있는 메뉴 %1가지도 지워요. 이미 받은 주문은 그대로예요.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>두기</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>메뉴 분류</translation>
    </message>
    <message>
        <source>New section</source>
        <translation>새 분류</translation>
    </message>
    <message>
        <source>Name in Korean</source>
        <translation>한국어 이름</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>영어 이름</translation>
    </message>
    <message>
        <source>Delete the section</source>
        <translation>분류 지우기</translation>
    </message>
</context>
<context>
    <name>soban::shop_app::ShopFields</name>
    <message>
        <source>won</source>
        <translation>원</translation>
    </message>
    <message>
        <source>The shop</source>
        <translation>가게</translation>
    </message>
    <message>
        <source>Thanks</source>
        <translation>감사 인사</translation>
    </message>
    <message>
        <source>About the shop, in Korean</source>
        <translation>한국어 가게 소개</translation>
    </message>
    <message>
        <source>About the shop, in English</source>
        <translation>영어 가게 소개</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>전화</translation>
    </message>
    <message>
        <source>Delivery fee</source>
        <translation>배달비</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1분</translation>
    </message>
    <message>
        <source>Thanks in Korean</source>
        <translation>한국어 감사 인사</translation>
    </message>
    <message>
        <source>Thanks in English</source>
        <translation>영어 감사 인사</translation>
    </message>
    <message>
        <source>Name and address can only be changed by the operator.</source>
        <translation>이름과 주소는 운영자만 바꿀 수 있어요.</translation>
    </message>
    <message>
        <source>Delivery and preparation</source>
        <translation>배달과 준비</translation>
    </message>
    <message>
        <source>Delivery options</source>
        <translation>전달 방법</translation>
    </message>
    <message>
        <source>Preselected for customers</source>
        <translation>기본 방법</translation>
    </message>
    <message>
        <source>Delivery radius</source>
        <translation>배달 반경</translation>
    </message>
    <message>
        <source>Minimum order</source>
        <translation>최소 주문 금액</translation>
    </message>
    <message>
        <source>Usual preparation time</source>
        <translation>보통 준비 시간</translation>
    </message>
    <message>
        <source>The message that customers get</source>
        <translation>고객이 받는 메시지</translation>
    </message>
</context>
<context>
    <name>soban::shop_app::ShopPage</name>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>What customers see of the shop, and this app</source>
        <translation>고객이 보는 가게 정보와 이 앱</translation>
    </message>
    <message>
        <source>It has changed elsewhere. What you typed is still here.</source>
        <translation>다른 곳에서 바뀌었어요. 적은 내용은 그대로예요.</translation>
    </message>
    <message>
        <source>Write kilometres up to 100, such as 4.5.</source>
        <translation>4.5처럼 100 km까지 적어 주세요.</translation>
    </message>
    <message>
        <source>Write 3 to 30 characters.</source>
        <translation>3자에서 30자까지 적어 주세요.</translation>
    </message>
    <message>
        <source>Choose at least one way.</source>
        <translation>하나 이상 골라 주세요.</translation>
    </message>
    <message>
        <source>The settings are not saved yet.</source>
        <translation>설정을 아직 저장하지 않았어요.</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>저장 중</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>This app</source>
        <translation>이 앱</translation>
    </message>
    <message>
        <source>Language, look, size of text and sounds, on this machine.</source>
        <translation>이 컴퓨터의 언어, 모양, 글자 크기, 소리예요.</translation>
    </message>
    <message>
        <source>Settings of the app</source>
        <translation>앱 설정</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>Save the settings</source>
        <translation>설정 저장</translation>
    </message>
</context>
<context>
    <name>soban::shop_app::ShopWindow</name>
    <message>
        <source>Print the selected ticket</source>
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
    <message>
        <source>Period shown</source>
        <translation>보는 기간</translation>
    </message>
</context>
<context>
    <name>soban::shop_app::ThanksPreview</name>
    <message>
        <source>Without words there is no message.</source>
        <translation>글이 없으면 메시지를 보내지 않아요.</translation>
    </message>
    <message>
        <source>Message to customers</source>
        <translation>고객이 받는 메시지</translation>
    </message>
</context>
<context>
    <name>soban::shop_app::TicketDelegate</name>
    <message>
        <source>New order</source>
        <translation>새 주문</translation>
    </message>
    <message>
        <source>Pick-up code</source>
        <translation>픽업 코드</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>인쇄</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>예약 주문</translation>
    </message>
    <message>
        <source>Remove from the board</source>
        <translation>보드에서 치우기</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>확인했어요</translation>
    </message>
    <message>
        <source>−%1 min</source>
        <translation>−%1분</translation>
    </message>
    <message>
        <source>+%1 min</source>
        <translation>+%1분</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>거절</translation>
    </message>
    <message>
        <source>Details of %1</source>
        <translation>%1 자세히</translation>
    </message>
</context>
<context>
    <name>soban::shop_app::TicketSheet</name>
    <message>
        <source>Delivery fee</source>
        <translation>배달비</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>Wanted: %1</source>
        <translation>받는 시간: %1</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>주문</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>접수</translation>
    </message>
    <message>
        <source>%1 min promised</source>
        <translation>약속 %1분</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>준비 완료</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>배달 완료</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Order no. %1</source>
        <translation>%1번 주문</translation>
    </message>
    <message>
        <source>What happened when</source>
        <translation>진행 시간</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>다시 인쇄</translation>
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
        <source>Print</source>
        <translation>인쇄</translation>
    </message>
    <message>
        <source>Set out</source>
        <translation>배달 출발</translation>
    </message>
    <message>
        <source>Picked up by the rider</source>
        <translation>라이더 픽업</translation>
    </message>
    <message>
        <source>+%1 min</source>
        <translation>+%1분</translation>
    </message>
    <message>
        <source>Who bears the cost: %1</source>
        <translation>비용 부담: %1</translation>
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
        <translation>준비 완료</translation>
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
        <source>%1 min late</source>
        <translation>%1분 늦음</translation>
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
        <translation>만나서 결제</translation>
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
        <translation>메시지 카드: “%1”</translation>
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
    <message>
        <source>pick-up code %1</source>
        <translation>픽업 코드 %1</translation>
    </message>
    <message>
        <source>Start early</source>
        <translation>미리 시작</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>준비 시작</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>준비 완료</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>접수 대기</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 남음</translation>
    </message>
    <message>
        <source>begin %1</source>
        <translation>%1 시작</translation>
    </message>
    <message>
        <source>wanted %1</source>
        <translation>%1에 받기</translation>
    </message>
    <message>
        <source>Preparing no. %1 now</source>
        <translation>%1번 준비를 시작했어요</translation>
    </message>
    <message>
        <source>Accept for %1</source>
        <translation>%1 주문 접수</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>접수</translation>
    </message>
    <message>
        <source>handed over %1</source>
        <translation>%1 전달</translation>
    </message>
    <message>
        <source>To be paid at the counter</source>
        <translation>가게에서 받을 돈</translation>
    </message>
    <message>
        <source>To be paid at the door</source>
        <translation>문 앞에서 받을 돈</translation>
    </message>
    <message>
        <source>Paid at the counter</source>
        <translation>가게에서 결제했어요</translation>
    </message>
    <message>
        <source>Paid at the door</source>
        <translation>문 앞에서 결제했어요</translation>
    </message>
    <message>
        <source>1 day left</source>
        <translation>1일 남음</translation>
    </message>
    <message>
        <source>%1 days left</source>
        <translation>%1일 남음</translation>
    </message>
    <message>
        <source>No. %1 is on the way</source>
        <translation>%1번 배달을 시작했어요</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>접수됨</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>시작 전</translation>
    </message>
    <message>
        <source>ends in %1</source>
        <translation>%1 뒤 자동 취소</translation>
    </message>
    <message>
        <source>Nobody answered in time</source>
        <translation>시간 안에 접수하지 못했어요</translation>
    </message>
    <message>
        <source>New note: %1</source>
        <translation>새 요청 사항: %1</translation>
    </message>
    <message>
        <source>Not any more: %1</source>
        <translation>삭제됨: %1</translation>
    </message>
    <message>
        <source>New address: %1</source>
        <translation>새 주소: %1</translation>
    </message>
    <message>
        <source>no rider</source>
        <translation>라이더 없음</translation>
    </message>
    <message>
        <source>No rider has taken it</source>
        <translation>맡은 라이더가 없어요</translation>
    </message>
    <message>
        <source>Goes back to the customer</source>
        <translation>고객에게 환불</translation>
    </message>
    <message>
        <source>Cancel at no cost</source>
        <translation>취소 비용은 소반 부담</translation>
    </message>
    <message>
        <source>Asking up to %1 away</source>
        <translation>%1까지 찾고 있어요</translation>
    </message>
    <message>
        <source>Soban gives %1 back: “%2”</source>
        <translation>소반이 %1을 환불해요: “%2”</translation>
    </message>
</context>
</TS>
