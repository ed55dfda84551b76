<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en">
<context>
    <name>soban::rider_app::DeliveryPage</name>
    <message>
        <source>It goes to the other riders near the shop, and you are not paid for it.</source>
        <translation>가게 근처의 다른 라이더에게 넘어가고, 이 배달의 수입은 없어요.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>계속하기</translation>
    </message>
    <message>
        <source>Pick-up code</source>
        <translation>픽업 코드</translation>
    </message>
    <message>
        <source>Show it at the counter</source>
        <translation>가게에 보여 주세요</translation>
    </message>
    <message>
        <source>Call the shop, %1</source>
        <translation>가게에 전화, %1</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>전달</translation>
    </message>
    <message>
        <source>I have picked it up</source>
        <translation>픽업했어요</translation>
    </message>
    <message>
        <source>For %1 · %2</source>
        <translation>받는 분 %1 · %2</translation>
    </message>
    <message>
        <source>For %1</source>
        <translation>받는 분 %1</translation>
    </message>
    <message>
        <source>Call the recipient, %1</source>
        <translation>받는 분께 전화, %1</translation>
    </message>
    <message>
        <source>Collect %1</source>
        <translation>%1 받기</translation>
    </message>
    <message>
        <source>More deliveries</source>
        <translation>다른 배달</translation>
    </message>
    <message>
        <source>Looks for further deliveries near you</source>
        <translation>가까운 배달을 더 찾아요</translation>
    </message>
    <message>
        <source>The full address is shown after pick-up.</source>
        <translation>자세한 주소는 픽업한 뒤에 보여요.</translation>
    </message>
    <message>
        <source>Drop-off</source>
        <translation>받을 곳</translation>
    </message>
    <message>
        <source>Give up this delivery?</source>
        <translation>이 배달을 돌려줄까요?</translation>
    </message>
    <message>
        <source>Give it up</source>
        <translation>배달 돌려주기</translation>
    </message>
    <message>
        <source>Give up delivery</source>
        <translation>돌려주기</translation>
    </message>
    <message>
        <source>Collect %1 at the door. It belongs to the shop.</source>
        <translation>문 앞에서 %1 받으세요. 가게에 드릴 돈이에요.</translation>
    </message>
    <message>
        <source>%1 received for the shop</source>
        <translation>%1 받았어요 · 가게에 드릴 돈</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>돌려주기</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>다른 배달</translation>
    </message>
    <message>
        <source>Call the shop</source>
        <translation>가게에 전화</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>가게</translation>
    </message>
    <message>
        <source>For trying out the app: a simulated position moves along the way. You do not move.</source>
        <translation>앱 시험용이에요. 실제로 움직이지 않고 모의 위치만 길을 따라 움직여요.</translation>
    </message>
    <message>
        <source>Stop the simulated ride</source>
        <translation>위치 모의 주행 멈추기</translation>
    </message>
    <message>
        <source>Stop simulation</source>
        <translation>모의 주행 멈춤</translation>
    </message>
    <message>
        <source>Start a simulated ride</source>
        <translation>위치 모의 주행 시작</translation>
    </message>
    <message>
        <source>Simulate</source>
        <translation>모의 주행</translation>
    </message>
    <message>
        <source>No. %1</source>
        <translation>%1번</translation>
    </message>
    <message>
        <source>%1 from the shop</source>
        <translation>가게에서 %1</translation>
    </message>
    <message>
        <source>%1 from you</source>
        <translation>내 위치에서 %1</translation>
    </message>
</context>
<context>
    <name>soban::rider_app::DeliverySheet</name>
    <message>
        <source>Claimed</source>
        <translation>배달 수락</translation>
    </message>
    <message>
        <source>Picked up</source>
        <translation>픽업</translation>
    </message>
    <message>
        <source>For %1</source>
        <translation>받는 분 %1</translation>
    </message>
    <message>
        <source>Your pay: %1</source>
        <translation>내 수입: %1</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>돌아가기</translation>
    </message>
</context>
<context>
    <name>soban::rider_app::DutySwitch</name>
    <message>
        <source>On duty</source>
        <translation>근무 중</translation>
    </message>
    <message>
        <source>Off duty</source>
        <translation>쉬는 중</translation>
    </message>
    <message>
        <source>Press to end your shift</source>
        <translation>누르면 근무를 마쳐요</translation>
    </message>
    <message>
        <source>Press to start your shift</source>
        <translation>누르면 근무를 시작해요</translation>
    </message>
</context>
<context>
    <name>soban::rider_app::EarningsPage</name>
    <message>
        <source>Earnings by day</source>
        <translation>일별 수입</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>지난 날</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>오늘</translation>
    </message>
    <message>
        <source>Each delivery counts on the day of its hand-over.</source>
        <translation>배달은 전달한 날의 수입으로 계산해요.</translation>
    </message>
    <message>
        <source>The last %1 days</source>
        <translation>최근 %1일</translation>
    </message>
    <message>
        <source>Deliveries: %1</source>
        <translation>배달 %1건</translation>
    </message>
    <message>
        <source>Collected at the door today</source>
        <translation>오늘 문 앞에서 받은 돈</translation>
    </message>
    <message>
        <source>Not part of your earnings: it belongs to the shops. Hand them what you took in cash.</source>
        <translation>수입이 아니라 가게에 드릴 돈이에요. 현금으로 받은 돈은 가게에 전달해 주세요.</translation>
    </message>
</context>
<context>
    <name>soban::rider_app::HistoryDelegate</name>
    <message>
        <source>Delivered</source>
        <translation>전달 완료</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>가는 중</translation>
    </message>
    <message>
        <source>To be picked up</source>
        <translation>픽업 전</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>취소됨</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>돌려줌</translation>
    </message>
    <message>
        <source>%1 taken at the door · for the shop</source>
        <translation>문 앞에서 %1 받음 · 가게에 드릴 돈</translation>
    </message>
    <message>
        <source>Brought back</source>
        <translation>가게로 가져다줌</translation>
    </message>
</context>
<context>
    <name>soban::rider_app::HistoryPage</name>
    <message>
        <source>History</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>No deliveries yet</source>
        <translation>아직 배달이 없어요</translation>
    </message>
    <message>
        <source>Deliveries that you claim appear here.</source>
        <translation>수락한 배달이 여기에 남아요.</translation>
    </message>
</context>
<context>
    <name>soban::rider_app::LinkMark</name>
    <message>
        <source>Live</source>
        <translation>실시간</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>%1 기준</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>연결 끊김</translation>
    </message>
</context>
<context>
    <name>soban::rider_app::MainPage</name>
    <message>
        <source>Another rider claimed it first.</source>
        <translation>다른 라이더가 먼저 수락했어요.</translation>
    </message>
    <message>
        <source>The shop delivers it itself.</source>
        <translation>가게가 직접 배달해요.</translation>
    </message>
    <message>
        <source>The order was cancelled.</source>
        <translation>주문이 취소됐어요.</translation>
    </message>
    <message>
        <source>Handed over.</source>
        <translation>전달했어요.</translation>
    </message>
    <message>
        <source>Thank you, well ridden!</source>
        <translation>감사합니다. 수고하셨어요!</translation>
    </message>
    <message>
        <source>New delivery</source>
        <translation>새 배달</translation>
    </message>
    <message>
        <source>It is no longer offered.</source>
        <translation>더는 수락할 수 없는 배달이에요.</translation>
    </message>
    <message>
        <source>Choose another delivery.</source>
        <translation>다른 배달을 골라 주세요.</translation>
    </message>
    <message>
        <source>Rider</source>
        <translation>라이더</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>배달</translation>
    </message>
    <message>
        <source>History</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Earnings</source>
        <translation>수입</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>내 정보</translation>
    </message>
    <message>
        <source>You are off duty</source>
        <translation>지금은 쉬는 중이에요</translation>
    </message>
    <message>
        <source>Nobody sees where you are.
Go on duty to see deliveries near you.</source>
        <translation>내 위치는 아무에게도 보이지 않아요.
근무를 시작하면 가까운 배달이 보여요.</translation>
    </message>
    <message>
        <source>Go on duty</source>
        <translation>근무 시작</translation>
    </message>
    <message>
        <source>You have a delivery in hand.</source>
        <translation>진행 중인 배달이 있어요.</translation>
    </message>
    <message>
        <source>Another rider was faster.</source>
        <translation>다른 라이더가 먼저 수락했어요.</translation>
    </message>
    <message>
        <source>Not handed over: %1</source>
        <translation>전달되지 않았어요: %1</translation>
    </message>
    <message>
        <source>Not claimed: no connection.</source>
        <translation>연결이 끊겨 잡지 못했어요.</translation>
    </message>
    <message>
        <source>Others may take it meanwhile.</source>
        <translation>그동안 다른 라이더가 수락할 수 있어요.</translation>
    </message>
    <message>
        <source>%1 today</source>
        <translation>오늘 %1건</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Opened in this computer&apos;s phone app.</source>
        <translation>이 컴퓨터의 전화 앱을 열었어요.</translation>
    </message>
    <message>
        <source>This computer cannot call. Dial it on your phone.</source>
        <translation>이 컴퓨터로는 전화할 수 없어요. 휴대전화로 걸어 주세요.</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>번호 복사</translation>
    </message>
    <message>
        <source>The number is copied.</source>
        <translation>번호를 복사했어요.</translation>
    </message>
    <message>
        <source>You cannot claim this one now.</source>
        <translation>지금은 이 배달을 수락할 수 없어요.</translation>
    </message>
    <message>
        <source>Hand over the delivery that you have first.</source>
        <translation>가지고 있는 배달부터 전달해 주세요.</translation>
    </message>
    <message>
        <source>Hand it over or give it up first.</source>
        <translation>먼저 전달하거나 돌려주세요.</translation>
    </message>
    <message>
        <source>Please bring it back to the shop.</source>
        <translation>가게로 가져다주세요.</translation>
    </message>
    <message>
        <source>You are paid as for a hand-over.</source>
        <translation>전달한 것과 똑같이 수입에 들어가요.</translation>
    </message>
    <message>
        <source>The shop has called off a delivery.</source>
        <translation>가게가 배달을 취소했어요.</translation>
    </message>
    <message>
        <source>You are paid for it all the same.</source>
        <translation>그래도 수입에 들어가요.</translation>
    </message>
    <message>
        <source>Bring %1 back?</source>
        <translation>%1 주문을 가게로 가져다줄까요?</translation>
    </message>
    <message>
        <source>The customer is told why.</source>
        <translation>고객에게 까닭을 알려 드려요.</translation>
    </message>
    <message>
        <source>You are paid as for a hand-over</source>
        <translation>전달한 것과 똑같이 수입에 들어가요</translation>
    </message>
    <message>
        <source>The goods go back to the shop.</source>
        <translation>물건은 가게로 돌려줘요.</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>가게로 가져다주기</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>돌아가기</translation>
    </message>
    <message>
        <source>The customer has called off a delivery.</source>
        <translation>고객이 배달을 취소했어요.</translation>
    </message>
    <message>
        <source>Soban has called off a delivery.</source>
        <translation>소반이 배달을 취소했어요.</translation>
    </message>
</context>
<context>
    <name>soban::rider_app::Notices</name>
    <message>
        <source>OK</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>1 step is not sent yet.</source>
        <translation>아직 보내지 못한 단계 1개</translation>
    </message>
    <message>
        <source>%1 steps are not sent yet.</source>
        <translation>아직 보내지 못한 단계 %1개</translation>
    </message>
    <message>
        <source>Go on: your steps are sent with their real time once it is back.</source>
        <translation>그대로 눌러도 돼요. 연결되면 누른 시각 그대로 보내요.</translation>
    </message>
    <message>
        <source>They are sent with their real time once there is a connection.</source>
        <translation>연결되면 누른 시각 그대로 보내요.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>지금 다시 연결</translation>
    </message>
</context>
<context>
    <name>soban::rider_app::OfferBook</name>
    <message>
        <source>Collect %1 at the door</source>
        <translation>문 앞에서 %1 받기</translation>
    </message>
    <message>
        <source>%1 from the shop</source>
        <translation>가게에서 %1</translation>
    </message>
</context>
<context>
    <name>soban::rider_app::OfferDelegate</name>
    <message>
        <source>about %1</source>
        <translation>%1쯤</translation>
    </message>
    <message>
        <source>Claiming…</source>
        <translation>잡는 중…</translation>
    </message>
    <message>
        <source>Claim this delivery</source>
        <translation>이 배달 수락</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>수락</translation>
    </message>
    <message>
        <source>Checking whether it is yours</source>
        <translation>잡혔는지 확인하는 중</translation>
    </message>
    <message>
        <source>Needs a connection</source>
        <translation>연결되면 수락할 수 있어요</translation>
    </message>
    <message>
        <source>Just ready</source>
        <translation>방금 준비됐어요</translation>
    </message>
    <message>
        <source>Ready %1 ago</source>
        <translation>준비된 지 %1</translation>
    </message>
    <message>
        <source>%1 from the shop</source>
        <translation>가게에서 %1</translation>
    </message>
    <message>
        <source>%1 from you</source>
        <translation>내 위치에서 %1</translation>
    </message>
    <message>
        <source>then %1</source>
        <translation>그다음 %1</translation>
    </message>
</context>
<context>
    <name>soban::rider_app::OffersPage</name>
    <message>
        <source>Deliveries near you %1</source>
        <translation>가까운 배달 %1</translation>
    </message>
    <message>
        <source>Set your position on the map</source>
        <translation>지도에서 내 위치를 정해요</translation>
    </message>
    <message>
        <source>Deliveries near you</source>
        <translation>가까운 배달</translation>
    </message>
    <message>
        <source>No deliveries near you</source>
        <translation>가까운 배달이 없어요</translation>
    </message>
    <message>
        <source>New ones appear here by themselves.
Move nearer to where shops are.</source>
        <translation>새 배달은 여기에 자동으로 나타나요.
가게가 많은 곳으로 가 보세요.</translation>
    </message>
    <message>
        <source>Click where you are</source>
        <translation>내 위치를 눌러 주세요</translation>
    </message>
    <message>
        <source>Drop-off</source>
        <translation>받을 곳</translation>
    </message>
    <message>
        <source>Set position</source>
        <translation>위치 정하기</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>새로고침</translation>
    </message>
    <message>
        <source>In hand: no. %1</source>
        <translation>진행 중: %1번</translation>
    </message>
    <message>
        <source>In hand: %1 deliveries</source>
        <translation>진행 중인 배달 %1건</translation>
    </message>
    <message>
        <source>Back to what you have in hand</source>
        <translation>진행 중인 배달로 돌아가요</translation>
    </message>
</context>
<context>
    <name>soban::rider_app::OrderName</name>
    <message>
        <source>%1 no. %2</source>
        <translation>%1 %2번</translation>
    </message>
</context>
<context>
    <name>soban::rider_app::PlaceSheet</name>
    <message>
        <source>Back</source>
        <translation>돌아가기</translation>
    </message>
    <message>
        <source>Two numbers with a comma between them, as the example shows.</source>
        <translation>예처럼 쉼표로 나눈 두 숫자를 적어 주세요.</translation>
    </message>
    <message>
        <source>Where are you?</source>
        <translation>지금 어디에 계세요?</translation>
    </message>
    <message>
        <source>Deliveries are shown around you. Type your position once; later you set it on the map.</source>
        <translation>가까운 배달을 보여 드려요. 위치를 한 번만 적으면 다음부터는 지도에서 정할 수 있어요.</translation>
    </message>
    <message>
        <source>Latitude, longitude</source>
        <translation>위도, 경도</translation>
    </message>
    <message>
        <source>Go on duty</source>
        <translation>근무 시작</translation>
    </message>
</context>
<context>
    <name>soban::rider_app::ProofSheet</name>
    <message>
        <source>Hand over</source>
        <translation>전달</translation>
    </message>
    <message>
        <source>The photo of the hand-over</source>
        <translation>전달 사진</translation>
    </message>
    <message>
        <source>This picture cannot be used.</source>
        <translation>이 사진은 쓸 수 없어요.</translation>
    </message>
    <message>
        <source>Take a JPEG or PNG of at most 4 MB.</source>
        <translation>4MB 이하의 JPEG나 PNG를 골라 주세요.</translation>
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
        <source>The customer&apos;s four digits</source>
        <translation>고객님이 알려 주신 네 자리</translation>
    </message>
    <message>
        <source>Delete the last digit</source>
        <translation>마지막 숫자 지우기</translation>
    </message>
    <message>
        <source>The photo</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>Choose a photo</source>
        <translation>사진 고르기</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>전달했어요</translation>
    </message>
    <message>
        <source>The code is not right.</source>
        <translation>코드가 맞지 않아요.</translation>
    </message>
    <message>
        <source>Tries left: %1.</source>
        <translation>%1번 남았어요.</translation>
    </message>
    <message>
        <source>Locked for 15 minutes.</source>
        <translation>15분 동안 잠겼어요.</translation>
    </message>
    <message>
        <source>Use a photo.</source>
        <translation>사진으로 전달해 주세요.</translation>
    </message>
    <message>
        <source>Received, card or cash</source>
        <translation>카드나 현금으로 받았어요</translation>
    </message>
    <message>
        <source>Proof of delivery</source>
        <translation>전달 확인</translation>
    </message>
    <message>
        <source>Nobody at the door?</source>
        <translation>아무도 안 나오나요?</translation>
    </message>
    <message>
        <source>Collect %1 for the shop</source>
        <translation>%1 받기 · 가게에 드릴 돈</translation>
    </message>
    <message>
        <source>First tick that you have the money.</source>
        <translation>먼저 돈을 받았다고 표시해 주세요.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>돌아가기</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>돌아가기 (Esc)</translation>
    </message>
    <message>
        <source>Put it down at the door and take a photo of it there.</source>
        <translation>문 앞에 두고 사진을 찍어 주세요.</translation>
    </message>
    <message>
        <source>Read the note, put it down and take a photo of it there.</source>
        <translation>메모를 읽고, 내려놓은 곳에서 사진을 찍어 주세요.</translation>
    </message>
    <message>
        <source>Take it back to the shop</source>
        <translation>가게로 가져다주기</translation>
    </message>
</context>
<context>
    <name>soban::rider_app::RiderSettings</name>
    <message>
        <source>Position and map</source>
        <translation>위치와 지도</translation>
    </message>
    <message>
        <source>Empty: a plain map with distances.</source>
        <translation>비워 두면 거리만 나오는 간단한 지도예요.</translation>
    </message>
    <message>
        <source>The URL needs http(s)://, {z}, {x} and {y}.</source>
        <translation>http(s)://와 {z}, {x}, {y}가 들어간 주소여야 해요.</translation>
    </message>
    <message>
        <source>Map tile URL</source>
        <translation>지도 타일 주소</translation>
    </message>
    <message>
        <source>Map attribution</source>
        <translation>지도 저작권 표시</translation>
    </message>
    <message>
        <source>Simulate my position (for trying out)</source>
        <translation>위치 모의 주행 (앱 시험용)</translation>
    </message>
    <message>
        <source>For trying out the app without riding: a made-up position moves along the way by itself, and the customer sees it. Off: the position is this computer&apos;s, or the one that you set on the map.</source>
        <translation>실제로 달리지 않고 앱을 시험할 때 써요. 모의 위치가 길을 따라 자동으로 움직이고 고객에게도 그렇게 보여요. 끄면 이 컴퓨터의 위치나 지도에서 정한 위치를 써요.</translation>
    </message>
</context>
<context>
    <name>soban::rider_app::RiderWindow</name>
    <message>
        <source>Deliveries</source>
        <translation>배달</translation>
    </message>
    <message>
        <source>History</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Earnings</source>
        <translation>수입</translation>
    </message>
    <message>
        <source>The next step</source>
        <translation>다음 단계</translation>
    </message>
    <message>
        <source>Set my position</source>
        <translation>내 위치 정하기</translation>
    </message>
    <message>
        <source>Go on or off duty</source>
        <translation>근무 시작·마침</translation>
    </message>
</context>
<context>
    <name>soban::rider_app::StepsBar</name>
    <message>
        <source>Claim</source>
        <translation>수락</translation>
    </message>
    <message>
        <source>Pick up</source>
        <translation>픽업</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>전달</translation>
    </message>
    <message>
        <source>Step %1 of 3: %2</source>
        <translation>세 단계 중 %1단계: %2</translation>
    </message>
</context>
</TS>
