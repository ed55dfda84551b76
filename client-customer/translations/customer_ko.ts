<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en">
<context>
    <name>soban::customer::AccountSheet</name>
    <message>
        <source>The cards could not be loaded. We try again once there is a connection.</source>
        <translation>카드를 불러오지 못했어요. 연결되면 다시 해 볼게요.</translation>
    </message>
    <message>
        <source>Your cards are being loaded.</source>
        <translation>카드를 불러오고 있어요.</translation>
    </message>
    <message>
        <source>None yet. A card that you register is offered with every order.</source>
        <translation>아직 없어요. 등록해 두면 주문할 때마다 고를 수 있어요.</translation>
    </message>
    <message>
        <source>Add an address</source>
        <translation>주소 추가</translation>
    </message>
    <message>
        <source>Your account</source>
        <translation>내 정보</translation>
    </message>
    <message>
        <source>Shop and rider see your phone number until the order is handed over.</source>
        <translation>전화번호는 주문을 건네받으실 때까지 가게와 라이더에게 보여요.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>닫기 (Esc)</translation>
    </message>
    <message>
        <source>Your addresses</source>
        <translation>내 주소</translation>
    </message>
    <message>
        <source>Choose, add, change or delete addresses</source>
        <translation>주소를 고르거나 더하고, 바꾸거나 지워요</translation>
    </message>
    <message>
        <source>Your cards</source>
        <translation>내 카드</translation>
    </message>
    <message>
        <source>Register a card</source>
        <translation>카드 등록하기</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Language, appearance, text size, sounds, and signing out.</source>
        <translation>언어, 화면, 글자 크기, 소리와 로그아웃이 있어요.</translation>
    </message>
    <message>
        <source>Messages to your phone</source>
        <translation>휴대폰 메시지</translation>
    </message>
    <message>
        <source>When an order is accepted, leaves, or ends: in the language of this app. Who has no KakaoTalk gets an SMS.</source>
        <translation>주문이 접수되거나 출발하거나 끝나면 이 앱의 언어로 알려 드려요. 카카오톡이 없으면 문자로 보내요.</translation>
    </message>
</context>
<context>
    <name>soban::customer::AddressForm</name>
    <message>
        <source>Enter the street, the building and the unit.</source>
        <translation>도로명과 번호, 호수까지 적어 주세요.</translation>
    </message>
    <message>
        <source>Move the map first: riders follow the pin.</source>
        <translation>먼저 지도를 움직여 주세요. 라이더가 핀을 보고 가요.</translation>
    </message>
    <message>
        <source>This place cannot be used. Move the pin.</source>
        <translation>이 위치는 쓸 수 없어요. 핀을 옮겨 주세요.</translation>
    </message>
    <message>
        <source>This label cannot be used. Choose another one.</source>
        <translation>이 이름은 쓸 수 없어요. 다른 이름을 적어 주세요.</translation>
    </message>
    <message>
        <source>This address cannot be used. Write it in another way.</source>
        <translation>이 주소는 쓸 수 없어요. 다르게 적어 주세요.</translation>
    </message>
    <message>
        <source>New address</source>
        <translation>새 주소</translation>
    </message>
    <message>
        <source>Change the address</source>
        <translation>주소 바꾸기</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>주소 이름</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>집</translation>
    </message>
    <message>
        <source>Where it is on the map</source>
        <translation>지도에서의 위치</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>돌아가기</translation>
    </message>
    <message>
        <source>Street, building and unit. It does not move the pin on the map.</source>
        <translation>도로명, 건물 번호, 호수. 지도의 핀은 따로 옮겨 주세요.</translation>
    </message>
    <message>
        <source>Riders follow the pin: move the map until it stands on the door. Drag it, click on the place, or use the arrow keys.</source>
        <translation>라이더는 핀을 보고 가요. 핀이 현관문 위에 오도록 지도를 움직여 주세요. 끌거나, 자리를 누르거나, 화살표 키를 쓰면 돼요.</translation>
    </message>
    <message>
        <source>This map has no streets: the shops show where you are.</source>
        <translation>이 지도에는 길이 없어요. 가게를 보고 위치를 찾아 주세요.</translation>
    </message>
    <message>
        <source>The pin stands at %1, %2.</source>
        <translation>핀은 %1, %2에 있어요.</translation>
    </message>
    <message>
        <source>The pin stands at “%1”.</source>
        <translation>핀은 ‘%1’ 자리에 있어요.</translation>
    </message>
    <message>
        <source>north</source>
        <translation>북</translation>
    </message>
    <message>
        <source>north-east</source>
        <translation>북동</translation>
    </message>
    <message>
        <source>east</source>
        <translation>동</translation>
    </message>
    <message>
        <source>south-east</source>
        <translation>남동</translation>
    </message>
    <message>
        <source>south</source>
        <translation>남</translation>
    </message>
    <message>
        <source>south-west</source>
        <translation>남서</translation>
    </message>
    <message>
        <source>west</source>
        <translation>서</translation>
    </message>
    <message>
        <source>north-west</source>
        <translation>북서</translation>
    </message>
    <message>
        <source>The pin stands %1 %2 of “%3”.</source>
        <translation>핀은 ‘%3’에서 %2쪽으로 %1 떨어져 있어요.</translation>
    </message>
    <message>
        <source>The pin stands %1 %2 of “%3”, which lies outside this map.</source>
        <translation>핀은 지도 밖에 있는 ‘%3’에서 %2쪽으로 %1 떨어져 있어요.</translation>
    </message>
</context>
<context>
    <name>soban::customer::AddressRow</name>
    <message>
        <source>Change %1</source>
        <translation>%1 바꾸기</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>바꾸기</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 지우기</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>지우기</translation>
    </message>
</context>
<context>
    <name>soban::customer::AddressSheet</name>
    <message>
        <source>There is room for %1 addresses. Delete one to add another.</source>
        <translation>주소는 %1개까지 담을 수 있어요. 하나를 지우고 추가해 주세요.</translation>
    </message>
    <message>
        <source>The address decides which shops deliver and what it costs.</source>
        <translation>배달하는 가게와 배달비는 주소에 따라 달라져요.</translation>
    </message>
    <message>
        <source>Deleted: %1</source>
        <translation>지웠어요: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>Where to?</source>
        <translation>어디로 보낼까요?</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>닫기 (Esc)</translation>
    </message>
    <message>
        <source>Add an address</source>
        <translation>주소 추가</translation>
    </message>
</context>
<context>
    <name>soban::customer::AwayNote</name>
    <message>
        <source>Ordering to %1</source>
        <translation>받을 곳: %1</translation>
    </message>
    <message>
        <source>This is not your usual address.</source>
        <translation>평소 주소가 아니에요.</translation>
    </message>
    <message>
        <source>Back to the usual address</source>
        <translation>평소 주소로 돌아가기</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation>‘%1’ 주소로 돌아가기</translation>
    </message>
</context>
<context>
    <name>soban::customer::CardLinkBox</name>
    <message>
        <source>Your browser opens the card company&apos;s page.</source>
        <translation>브라우저에서 카드사 화면이 열려요.</translation>
    </message>
    <message>
        <source>No browser opened. Open this address in one.</source>
        <translation>브라우저가 열리지 않았어요. 이 주소를 브라우저에서 열어 주세요.</translation>
    </message>
    <message>
        <source>Address of the card company&apos;s page</source>
        <translation>카드사 화면 주소</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>복사했어요</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Once the card is registered there, it appears here by itself.</source>
        <translation>거기서 등록을 마치면 카드가 여기에 저절로 나타나요.</translation>
    </message>
</context>
<context>
    <name>soban::customer::CartLine</name>
    <message>
        <source>Quantity of %1</source>
        <translation>%1 수량</translation>
    </message>
</context>
<context>
    <name>soban::customer::CartPanel</name>
    <message>
        <source>Cart</source>
        <translation>장바구니</translation>
    </message>
    <message>
        <source>Your cart is empty</source>
        <translation>장바구니가 비어 있어요</translation>
    </message>
    <message>
        <source>Note to the shop</source>
        <translation>가게에 남길 말</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>배달</translation>
    </message>
    <message>
        <source>How it comes to you</source>
        <translation>받는 방법</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>주문 금액</translation>
    </message>
    <message>
        <source>Continue · %1</source>
        <translation>%1 · 계속하기</translation>
    </message>
    <message>
        <source>The shop is closed now. Your cart is kept.</source>
        <translation>지금은 가게가 닫혀 있어요. 장바구니는 그대로 있어요.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>계속하기</translation>
    </message>
    <message>
        <source>%1 more to the minimum order.</source>
        <translation>최소 주문까지 %1 더 담아 주세요.</translation>
    </message>
    <message>
        <source>This cart cannot be ordered as it is. Remove an item and add it again.</source>
        <translation>이대로는 주문할 수 없어요. 한 줄을 빼고 다시 담아 주세요.</translation>
    </message>
    <message>
        <source>Delivery · %1</source>
        <translation>배달비 · %1</translation>
    </message>
    <message>
        <source>Your order is being sent</source>
        <translation>주문을 보내는 중이에요</translation>
    </message>
    <message>
        <source>It goes on as soon as the connection is back.
You are never charged twice.</source>
        <translation>연결되면 이어서 보내고 결과를 알려 드려요.
같은 주문이 두 번 결제되지 않아요.</translation>
    </message>
    <message>
        <source>You are never charged twice.</source>
        <translation>같은 주문이 두 번 결제되지 않아요.</translation>
    </message>
    <message>
        <source>Sending %1</source>
        <translation>%1 보내는 중</translation>
    </message>
    <message>
        <source>The shop is closed now. Next: choose a day.</source>
        <translation>지금은 가게가 닫혀 있어요. 다음에서 날짜를 골라 주세요.</translation>
    </message>
    <message>
        <source>Add something from the menu
and it appears here.</source>
        <translation>메뉴에서 고르면
여기에 담겨요.</translation>
    </message>
    <message>
        <source>Next: when you collect it, and payment.</source>
        <translation>다음: 가져갈 시간과 결제.</translation>
    </message>
    <message>
        <source>Next: where, when and payment.</source>
        <translation>다음: 받을 곳, 시간, 결제.</translation>
    </message>
    <message>
        <source>By rider</source>
        <translation>라이더 배달</translation>
    </message>
    <message>
        <source>By the shop</source>
        <translation>가게 배달</translation>
    </message>
    <message>
        <source>Repeat the order from %1</source>
        <translation>%1 주문 다시 담기</translation>
    </message>
    <message>
        <source>Note to shop and rider</source>
        <translation>가게와 라이더에게 남길 말</translation>
    </message>
    <message>
        <source>The shop and the rider both read this.</source>
        <translation>가게와 라이더가 함께 봐요.</translation>
    </message>
    <message>
        <source>Only the shop reads this.</source>
        <translation>가게만 봐요.</translation>
    </message>
    <message>
        <source>Change no. %1</source>
        <translation>%1번 주문 변경</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>그대로 두기</translation>
    </message>
    <message>
        <source>Nothing is left of it</source>
        <translation>남은 상품이 없어요</translation>
    </message>
    <message>
        <source>Add something from the menu,
or leave the order as it is.</source>
        <translation>메뉴에서 담거나
주문을 그대로 두세요.</translation>
    </message>
</context>
<context>
    <name>soban::customer::ChangeSheet</name>
    <message>
        <source>Change order no. %1?</source>
        <translation>%1번 주문을 변경할까요?</translation>
    </message>
    <message>
        <source>Without the note: “%1”</source>
        <translation>요청 사항 삭제: “%1”</translation>
    </message>
    <message>
        <source>Note: “%1”</source>
        <translation>요청 사항: “%1”</translation>
    </message>
    <message>
        <source>The recipient&apos;s address</source>
        <translation>받는 분 주소</translation>
    </message>
    <message>
        <source>Deliver to</source>
        <translation>받을 곳</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>돌아가기</translation>
    </message>
    <message>
        <source>Changing your order</source>
        <translation>주문을 변경하고 있어요</translation>
    </message>
    <message>
        <source>Change the order</source>
        <translation>주문 변경</translation>
    </message>
    <message>
        <source>The price has changed.</source>
        <translation>금액이 바뀌었어요.</translation>
    </message>
    <message>
        <source>Nothing was changed. The order would cost %1 now.</source>
        <translation>아무것도 바뀌지 않았어요. 지금 가격으로는 %1이에요.</translation>
    </message>
    <message>
        <source>The card was declined.</source>
        <translation>카드가 거절되었어요.</translation>
    </message>
    <message>
        <source>Nothing was charged, and your order stays as it was.</source>
        <translation>결제되지 않았고, 주문은 그대로예요.</translation>
    </message>
    <message>
        <source>What you ordered stays as it is.</source>
        <translation>주문한 상품은 그대로예요.</translation>
    </message>
</context>
<context>
    <name>soban::customer::ChangeWords</name>
    <message>
        <source>It costs as much as before.</source>
        <translation>금액은 그대로예요.</translation>
    </message>
    <message>
        <source>%1 more than before.</source>
        <translation>전보다 %1 늘어나요.</translation>
    </message>
    <message>
        <source>%1 less than before.</source>
        <translation>전보다 %1 줄어요.</translation>
    </message>
    <message>
        <source>It costs as much as before</source>
        <translation>금액은 그대로예요</translation>
    </message>
    <message>
        <source>Nothing is charged.</source>
        <translation>결제되는 금액이 없어요.</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 추가</translation>
    </message>
    <message>
        <source>%1 less</source>
        <translation>%1 감소</translation>
    </message>
    <message>
        <source>You pay %1 at the shop in place of %2.</source>
        <translation>가게에서 %2 대신 %1을 내요.</translation>
    </message>
    <message>
        <source>You pay %1 at the door in place of %2.</source>
        <translation>만나서 %2 대신 %1을 내요.</translation>
    </message>
    <message>
        <source>%1 goes back to the card that paid. Its bank may take up to 3 days.</source>
        <translation>결제한 카드로 %1을 돌려 드려요. 카드사에 따라 3일까지 걸려요.</translation>
    </message>
    <message>
        <source>If the shop begins before that is through, the order stays as it was and the money goes back.</source>
        <translation>결제가 끝나기 전에 가게가 준비를 시작하면 주문은 그대로이고 돈은 돌려 드려요.</translation>
    </message>
    <message>
        <source>Your card is charged %1 now, once.</source>
        <translation>지금 카드로 %1이 한 번 결제돼요.</translation>
    </message>
    <message>
        <source>%1 is charged %2 now, once.</source>
        <translation>지금 %1로 %2이 한 번 결제돼요.</translation>
    </message>
    <message>
        <source>New: %1 × %2</source>
        <translation>추가: %1 × %2</translation>
    </message>
    <message>
        <source>Not any more: %1 × %2</source>
        <translation>빼기: %1 × %2</translation>
    </message>
    <message>
        <source>Your change is being paid for</source>
        <translation>변경한 금액을 결제하고 있어요</translation>
    </message>
    <message>
        <source>%1 more. It is made as soon as your card&apos;s bank has answered; until then the order stays as it was.</source>
        <translation>%1 추가. 카드사가 답하는 대로 변경돼요. 그때까지 주문은 그대로예요.</translation>
    </message>
    <message>
        <source>%1: %2 in place of %3</source>
        <translation>%1: %3개에서 %2개로</translation>
    </message>
</context>
<context>
    <name>soban::customer::CheckoutSheet</name>
    <message>
        <source>Placing your order</source>
        <translation>주문하는 중</translation>
    </message>
    <message>
        <source>The price has changed.</source>
        <translation>금액이 바뀌었어요.</translation>
    </message>
    <message>
        <source>Nothing was ordered. It is %1 now.</source>
        <translation>아직 주문하지 않았어요. 지금은 %1이에요.</translation>
    </message>
    <message>
        <source>Enter the recipient&apos;s name.</source>
        <translation>받는 분 이름을 적어 주세요.</translation>
    </message>
    <message>
        <source>Enter the recipient&apos;s phone number.</source>
        <translation>받는 분 번호를 적어 주세요.</translation>
    </message>
    <message>
        <source>Order for %1</source>
        <translation>%1 주문하기</translation>
    </message>
    <message>
        <source>Your order</source>
        <translation>주문 확인</translation>
    </message>
    <message>
        <source>You collect it at the shop</source>
        <translation>가게에서 가져가요</translation>
    </message>
    <message>
        <source>Send to someone else</source>
        <translation>다른 분이 받아요</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>전화번호</translation>
    </message>
    <message>
        <source>Message on the card</source>
        <translation>카드에 적을 말</translation>
    </message>
    <message>
        <source>Happy birthday!</source>
        <translation>생일 축하해요!</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>결제 방법</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>돌아가기</translation>
    </message>
    <message>
        <source>The shop is closed then. Choose another time.</source>
        <translation>그때는 가게가 닫혀 있어요. 다른 시간을 골라 주세요.</translation>
    </message>
    <message>
        <source>This time is not available. Choose another one.</source>
        <translation>그 시간은 고를 수 없어요. 다른 시간을 골라 주세요.</translation>
    </message>
    <message>
        <source>This name cannot be used.</source>
        <translation>이 이름은 쓸 수 없어요.</translation>
    </message>
    <message>
        <source>This message cannot be used.</source>
        <translation>이 글은 쓸 수 없어요.</translation>
    </message>
    <message>
        <source>Deliver to</source>
        <translation>받을 곳</translation>
    </message>
    <message>
        <source>Count on %1.</source>
        <translation>%1쯤 걸려요.</translation>
    </message>
    <message>
        <source>Collect at</source>
        <translation>받을 가게</translation>
    </message>
    <message>
        <source>The recipient&apos;s address</source>
        <translation>받는 분 주소</translation>
    </message>
    <message>
        <source>This is your own address.</source>
        <translation>내 주소로 되어 있어요.</translation>
    </message>
    <message>
        <source>Press the address to choose where the gift goes.</source>
        <translation>주소를 눌러 선물 받을 곳을 골라 주세요.</translation>
    </message>
    <message>
        <source>The shop writes it on the card you have chosen.</source>
        <translation>고르신 메시지 카드에 가게가 적어 드려요.</translation>
    </message>
    <message>
        <source>The shop reads it with your order.</source>
        <translation>가게가 주문과 함께 읽어요.</translation>
    </message>
    <message>
        <source>Your card is charged when you order. If the shop cannot take the order, the money goes back at once.</source>
        <translation>주문할 때 바로 결제돼요. 가게가 주문을 받지 못하면 바로 환불해 드려요.</translation>
    </message>
    <message>
        <source>All digits, like 010-1234-5678.</source>
        <translation>010-1234-5678처럼 번호를 끝까지 적어 주세요.</translation>
    </message>
    <message>
        <source>Write what the card shall say.</source>
        <translation>카드에 적을 말을 써 주세요.</translation>
    </message>
    <message>
        <source>Send the gift to yourself?</source>
        <translation>선물을 내 주소로 보낼까요?</translation>
    </message>
    <message>
        <source>It is for %1, but the address is your own: %2.</source>
        <translation>%1 님께 보내는 선물인데 주소는 내 주소예요: %2.</translation>
    </message>
    <message>
        <source>Send it to my address</source>
        <translation>내 주소로 보내기</translation>
    </message>
    <message>
        <source>Change the address</source>
        <translation>주소 바꾸기</translation>
    </message>
    <message>
        <source>You can change or cancel it until the preparation begins.</source>
        <translation>준비를 시작하기 전까지 변경하거나 취소할 수 있어요.</translation>
    </message>
</context>
<context>
    <name>soban::customer::CustomerWindow</name>
    <message>
        <source>Find a shop or a dish</source>
        <translation>가게나 메뉴 찾기</translation>
    </message>
    <message>
        <source>Shops</source>
        <translation>가게</translation>
    </message>
    <message>
        <source>My orders</source>
        <translation>내 주문</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>메시지</translation>
    </message>
    <message>
        <source>Where to?</source>
        <translation>어디로 보낼까요?</translation>
    </message>
    <message>
        <source>To the cart</source>
        <translation>장바구니로</translation>
    </message>
</context>
<context>
    <name>soban::customer::EndingWords</name>
    <message>
        <source>Yes, cancel it</source>
        <translation>네, 취소할게요</translation>
    </message>
    <message>
        <source>There is nothing to pay</source>
        <translation>내실 돈이 없어요</translation>
    </message>
    <message>
        <source>Nothing was charged.</source>
        <translation>결제된 돈은 없어요.</translation>
    </message>
    <message>
        <source>The card was declined.</source>
        <translation>카드가 거절되었어요.</translation>
    </message>
    <message>
        <source>Nothing is charged</source>
        <translation>결제하지 않아요</translation>
    </message>
    <message>
        <source>If the card turns out to have been charged, all of it goes back by itself.</source>
        <translation>카드가 결제된 것으로 확인되면 저절로 모두 돌려 드려요.</translation>
    </message>
    <message>
        <source>%1 goes back in full</source>
        <translation>%1을 모두 돌려 드려요</translation>
    </message>
    <message>
        <source>To the card that paid. Its bank may take up to 3 days.</source>
        <translation>결제한 카드로 돌려 드려요. 카드사에 따라 3일까지 걸려요.</translation>
    </message>
    <message>
        <source>Cancel and get it back</source>
        <translation>취소하고 환불 받기</translation>
    </message>
    <message>
        <source>There is nothing to pay.</source>
        <translation>내실 돈이 없어요.</translation>
    </message>
    <message>
        <source>It was prepared for you, so it is not refunded.</source>
        <translation>이미 준비한 주문이라 환불되지 않아요.</translation>
    </message>
    <message>
        <source>%1 is on its way back to your card. Its bank may take up to 3 days.</source>
        <translation>%1을 카드로 돌려 드리고 있어요. 카드사에 따라 3일까지 걸려요.</translation>
    </message>
    <message>
        <source>The order was cancelled</source>
        <translation>주문이 취소됐어요</translation>
    </message>
    <message>
        <source>You cancelled the order</source>
        <translation>주문을 취소했어요</translation>
    </message>
    <message>
        <source>The shop had to cancel the order</source>
        <translation>가게가 주문을 취소했어요</translation>
    </message>
    <message>
        <source>Soban cancelled the order</source>
        <translation>소반이 주문을 취소했어요</translation>
    </message>
    <message>
        <source>You have been refunded in full. Your card&apos;s bank may take up to 3 days.</source>
        <translation>모두 환불해 드렸어요. 카드사에 따라 3일까지 걸릴 수 있어요.</translation>
    </message>
    <message>
        <source>%1 has gone back to your card. Its bank may take up to 3 days.</source>
        <translation>카드로 %1을 돌려 드렸어요. 카드사에 따라 3일까지 걸릴 수 있어요.</translation>
    </message>
    <message>
        <source>Refund under way</source>
        <translation>환불 중</translation>
    </message>
</context>
<context>
    <name>soban::customer::HomePage</name>
    <message>
        <source>Nearest</source>
        <translation>가까운 순</translation>
    </message>
    <message>
        <source>Top rated</source>
        <translation>평점 높은 순</translation>
    </message>
    <message>
        <source>Lowest delivery fee</source>
        <translation>배달비 낮은 순</translation>
    </message>
    <message>
        <source>Start a new cart?</source>
        <translation>장바구니를 새로 담을까요?</translation>
    </message>
    <message>
        <source>Your cart holds things of %1. One order is one shop&apos;s; if you begin with %2, the cart is emptied.</source>
        <translation>장바구니에 %1의 메뉴가 있어요. 주문은 한 가게씩 할 수 있어서, %2의 메뉴를 담으면 장바구니가 비워져요.</translation>
    </message>
    <message>
        <source>New cart</source>
        <translation>새로 담기</translation>
    </message>
    <message>
        <source>Keep the cart</source>
        <translation>그대로 두기</translation>
    </message>
    <message>
        <source>All</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Food</source>
        <translation>음식</translation>
    </message>
    <message>
        <source>Flowers</source>
        <translation>꽃</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>목록 순서</translation>
    </message>
    <message>
        <source>Find a shop or a dish</source>
        <translation>가게나 메뉴 찾기</translation>
    </message>
    <message>
        <source>Shops</source>
        <translation>가게</translation>
    </message>
    <message>
        <source>The shops could not be loaded</source>
        <translation>가게를 불러오지 못했어요</translation>
    </message>
    <message>
        <source>No shop delivers here</source>
        <translation>여기로 배달하는 가게가 없어요</translation>
    </message>
    <message>
        <source>Nothing found for “%1”</source>
        <translation>‘%1’ 검색 결과가 없어요</translation>
    </message>
    <message>
        <source>We try again as soon as the connection is back.</source>
        <translation>연결되면 바로 다시 불러와요.</translation>
    </message>
    <message>
        <source>Choose another address.</source>
        <translation>다른 주소를 골라 주세요.</translation>
    </message>
    <message>
        <source>Search with another word.</source>
        <translation>다른 말로 찾아보세요.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 불러오기</translation>
    </message>
    <message>
        <source>Show all shops</source>
        <translation>모든 가게 보기</translation>
    </message>
    <message>
        <source>Back to the menu</source>
        <translation>메뉴로 돌아가기</translation>
    </message>
    <message>
        <source>Cart (%1)</source>
        <translation>장바구니 (%1)</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>단골 가게</translation>
    </message>
    <message>
        <source>No favourites yet</source>
        <translation>아직 단골 가게가 없어요</translation>
    </message>
    <message>
        <source>Press the star of a shop to keep it here.</source>
        <translation>가게의 별을 누르면 여기에 담겨요.</translation>
    </message>
    <message>
        <source>Favourites only</source>
        <translation>단골 가게만 보기</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>고름</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>평점 순</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>배달비 순</translation>
    </message>
    <message>
        <source>Leave order no. %1 as it is?</source>
        <translation>%1번 주문을 그대로 둘까요?</translation>
    </message>
    <message>
        <source>It is from %1; what you add now is from %2.</source>
        <translation>그 주문은 %1에서 했고, 지금 담는 것은 %2의 상품이에요.</translation>
    </message>
    <message>
        <source>New order</source>
        <translation>새 주문</translation>
    </message>
    <message>
        <source>Go on changing</source>
        <translation>계속 변경</translation>
    </message>
</context>
<context>
    <name>soban::customer::MainBar</name>
    <message>
        <source>Where to</source>
        <translation>받을 곳</translation>
    </message>
    <message>
        <source>Your account</source>
        <translation>내 정보</translation>
    </message>
    <message>
        <source>%1: your account</source>
        <translation>%1 님의 정보</translation>
    </message>
</context>
<context>
    <name>soban::customer::MainPage</name>
    <message>
        <source>Thank you, your review is published.</source>
        <translation>감사합니다. 리뷰를 올렸어요.</translation>
    </message>
    <message>
        <source>Where to?</source>
        <translation>어디로 보낼까요?</translation>
    </message>
    <message>
        <source>Shops</source>
        <translation>가게</translation>
    </message>
    <message>
        <source>My orders</source>
        <translation>내 주문</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>메시지</translation>
    </message>
    <message>
        <source>Some items are no longer on the menu.</source>
        <translation>이제 팔지 않는 메뉴는 빼고 담았어요.</translation>
    </message>
    <message>
        <source>Your order is being sent. The cart waits for it.</source>
        <translation>주문을 보내는 중이에요. 끝나면 다시 담을 수 있어요.</translation>
    </message>
    <message>
        <source>The receipt is saved: %1</source>
        <translation>영수증을 저장했어요: %1</translation>
    </message>
    <message>
        <source>The receipt could not be written. Choose another place or printer.</source>
        <translation>영수증을 내보내지 못했어요. 다른 곳이나 프린터를 골라 주세요.</translation>
    </message>
    <message>
        <source>Your next order goes to %1 again.</source>
        <translation>다음 주문은 원래 주소로 가요: %1</translation>
    </message>
    <message>
        <source>Taken out of the cart.</source>
        <translation>장바구니에서 뺐어요.</translation>
    </message>
    <message>
        <source>The order is changed.</source>
        <translation>주문을 변경했어요.</translation>
    </message>
    <message>
        <source>It was too late to change it: the order stays as it was.</source>
        <translation>변경하기에는 늦었어요. 주문은 그대로예요.</translation>
    </message>
</context>
<context>
    <name>soban::customer::MenuDelegate</name>
    <message>
        <source>Sold out</source>
        <translation>품절</translation>
    </message>
    <message>
        <source>%1 items</source>
        <translation>%1개</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1개 남음</translation>
    </message>
    <message>
        <source>1 item</source>
        <translation>1개</translation>
    </message>
</context>
<context>
    <name>soban::customer::MessageDelegate</name>
    <message>
        <source>Answer to your review</source>
        <translation>리뷰 답글</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>리뷰</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>감사 인사</translation>
    </message>
</context>
<context>
    <name>soban::customer::MessagesPage</name>
    <message>
        <source>Messages</source>
        <translation>메시지</translation>
    </message>
    <message>
        <source>No messages yet</source>
        <translation>받은 메시지가 없어요</translation>
    </message>
    <message>
        <source>What we send you by SMS and KakaoTalk
stays here too.</source>
        <translation>문자와 카카오톡으로 보낸 알림이
여기에도 남아요.</translation>
    </message>
</context>
<context>
    <name>soban::customer::OptionSheet</name>
    <message>
        <source>choose one</source>
        <translation>1개 고르기</translation>
    </message>
    <message>
        <source>up to %1, %2 chosen</source>
        <translation>%1개까지 · %2개 골랐어요</translation>
    </message>
    <message>
        <source>%1 to %2, %3 chosen</source>
        <translation>%1~%2개 · %3개 골랐어요</translation>
    </message>
    <message>
        <source>%1 + options %2 = %3</source>
        <translation>%1 + 옵션 %2 = %3</translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation>품절</translation>
    </message>
    <message>
        <source>Choose %1 first</source>
        <translation>%1 항목을 골라 주세요</translation>
    </message>
    <message>
        <source>Add for %1</source>
        <translation>%1 담기</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>수량</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>닫기 (Esc)</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>필수</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>선택</translation>
    </message>
    <message>
        <source>%1 pieces</source>
        <translation>%1개</translation>
    </message>
    <message>
        <source>You write its message at the checkout.</source>
        <translation>카드에 적을 말은 주문 확인에서 써요.</translation>
    </message>
</context>
<context>
    <name>soban::customer::OrderActions</name>
    <message>
        <source>Check the payment again</source>
        <translation>결제 다시 확인하기</translation>
    </message>
    <message>
        <source>Write a review</source>
        <translation>리뷰 쓰기</translation>
    </message>
    <message>
        <source>Browse other shops</source>
        <translation>다른 가게 보기</translation>
    </message>
    <message>
        <source>Order again</source>
        <translation>다시 주문</translation>
    </message>
    <message>
        <source>Cancel the order</source>
        <translation>주문 취소</translation>
    </message>
    <message>
        <source>Pay for it</source>
        <translation>결제하기</translation>
    </message>
    <message>
        <source>Change the order</source>
        <translation>주문 변경</translation>
    </message>
</context>
<context>
    <name>soban::customer::OrderCardDelegate</name>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 외 %2개</translation>
    </message>
    <message>
        <source>Past orders</source>
        <translation>지난 주문</translation>
    </message>
    <message>
        <source>Order again</source>
        <translation>다시 주문</translation>
    </message>
    <message>
        <source>Open orders</source>
        <translation>진행 중인 주문</translation>
    </message>
</context>
<context>
    <name>soban::customer::OrderHead</name>
    <message>
        <source>Order no. %1 · %2</source>
        <translation>%1번 주문 · %2</translation>
    </message>
</context>
<context>
    <name>soban::customer::OrderPage</name>
    <message>
        <source>Progress</source>
        <translation>진행</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>방금 업데이트</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>%1 기준</translation>
    </message>
    <message>
        <source>No news yet</source>
        <translation>아직 소식 없음</translation>
    </message>
    <message>
        <source>Asked at %1: there is no answer yet.</source>
        <translation>%1에 확인했어요. 아직 답이 없어요.</translation>
    </message>
    <message>
        <source>Your review</source>
        <translation>내가 쓴 리뷰</translation>
    </message>
    <message>
        <source>Your address</source>
        <translation>받을 곳</translation>
    </message>
    <message>
        <source>Cancel the order?</source>
        <translation>주문을 취소할까요?</translation>
    </message>
    <message>
        <source>%1 sees your reason.</source>
        <translation>고른 까닭은 %1에 전해요.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>그대로 두기</translation>
    </message>
</context>
<context>
    <name>soban::customer::OrderSide</name>
    <message>
        <source>Print</source>
        <translation>인쇄하기</translation>
    </message>
    <message>
        <source>Save as a PDF</source>
        <translation>PDF로 저장하기</translation>
    </message>
    <message>
        <source>Hand-over code</source>
        <translation>전달 코드</translation>
    </message>
    <message>
        <source>Give this code at the counter.</source>
        <translation>가게에서 이 숫자를 알려 주세요.</translation>
    </message>
    <message>
        <source>Give this code at the door.</source>
        <translation>문 앞에서 라이더에게 이 숫자를 알려 주세요.</translation>
    </message>
    <message>
        <source>Hand-over code %1</source>
        <translation>전달 코드 %1</translation>
    </message>
    <message>
        <source>with a photo</source>
        <translation>사진으로 전달</translation>
    </message>
    <message>
        <source>used %1</source>
        <translation>%1에 사용했어요</translation>
    </message>
    <message>
        <source>%1, your rider</source>
        <translation>%1 라이더</translation>
    </message>
    <message>
        <source>Has delivered it</source>
        <translation>전달을 마쳤어요</translation>
    </message>
    <message>
        <source>Has your order</source>
        <translation>배달하러 가고 있어요</translation>
    </message>
    <message>
        <source>On the way to the shop</source>
        <translation>가게로 가고 있어요</translation>
    </message>
    <message>
        <source>You collect it</source>
        <translation>직접 가져가요</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>받을 곳</translation>
    </message>
    <message>
        <source>For %1 · %2</source>
        <translation>받는 분 %1 · %2</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>영수증</translation>
    </message>
    <message>
        <source>Print or save the receipt</source>
        <translation>영수증 인쇄하거나 저장하기</translation>
    </message>
    <message>
        <source>Pass it on to %1, who tells it at the door.</source>
        <translation>%1 님께 전해 주세요. 문 앞에서 이 숫자를 말하면 돼요.</translation>
    </message>
    <message>
        <source>Without it the shop takes a photo.</source>
        <translation>코드가 없으면 가게가 사진을 남겨요.</translation>
    </message>
    <message>
        <source>Without it the rider takes a photo.</source>
        <translation>말하지 못하면 라이더가 사진을 남겨요.</translation>
    </message>
</context>
<context>
    <name>soban::customer::OrderSteps</name>
    <message>
        <source>Paid</source>
        <translation>결제 완료</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>주문 완료</translation>
    </message>
    <message>
        <source>Ready to collect</source>
        <translation>가져갈 수 있어요</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>준비 완료</translation>
    </message>
    <message>
        <source>Picked up</source>
        <translation>픽업</translation>
    </message>
    <message>
        <source>%1 has left the shop</source>
        <translation>%1 라이더가 가게를 나섰어요</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>%1 예정</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>가져감</translation>
    </message>
    <message>
        <source>Arrives</source>
        <translation>도착</translation>
    </message>
    <message>
        <source>You confirm</source>
        <translation>수령 확인</translation>
    </message>
    <message>
        <source>After you have it</source>
        <translation>받으신 뒤에 눌러 주세요</translation>
    </message>
    <message>
        <source>The card was declined</source>
        <translation>카드 결제가 거절됐어요</translation>
    </message>
    <message>
        <source>Payment is being checked</source>
        <translation>결제를 확인하고 있어요</translation>
    </message>
    <message>
        <source>Waiting for the shop</source>
        <translation>가게의 접수를 기다려요</translation>
    </message>
    <message>
        <source>Enjoy!</source>
        <translation>맛있게 드세요!</translation>
    </message>
    <message>
        <source>All done</source>
        <translation>주문이 완료됐어요</translation>
    </message>
    <message>
        <source>Ready about %1</source>
        <translation>%1쯤 준비돼요</translation>
    </message>
    <message>
        <source>Arrives about %1</source>
        <translation>%1쯤 도착해요</translation>
    </message>
    <message>
        <source>by %1 at the latest</source>
        <translation>늦어도 %1까지</translation>
    </message>
    <message>
        <source>Shops usually answer within a few minutes.</source>
        <translation>보통 몇 분 안에 답해요.</translation>
    </message>
    <message>
        <source>No. %1</source>
        <translation>%1번</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>환불</translation>
    </message>
    <message>
        <source>You can confirm once you have it.</source>
        <translation>받으신 뒤에 수령 확인을 누를 수 있어요.</translation>
    </message>
    <message>
        <source>Shop accepts</source>
        <translation>가게 접수</translation>
    </message>
    <message>
        <source>Preparation</source>
        <translation>준비 시작</translation>
    </message>
    <message>
        <source>%1 to go</source>
        <translation>%1 남음</translation>
    </message>
    <message>
        <source>Nothing was charged.</source>
        <translation>결제된 돈은 없어요.</translation>
    </message>
    <message>
        <source>The payment is being checked</source>
        <translation>결제를 확인하고 있어요</translation>
    </message>
    <message>
        <source>You need not pay again.</source>
        <translation>다시 결제하지 않으셔도 돼요.</translation>
    </message>
    <message>
        <source>The payment failed</source>
        <translation>결제되지 않았어요</translation>
    </message>
    <message>
        <source>The shop declined the order</source>
        <translation>가게가 받지 못했어요</translation>
    </message>
    <message>
        <source>The shop did not answer</source>
        <translation>가게가 답하지 못했어요</translation>
    </message>
    <message>
        <source>It was returned to the shop</source>
        <translation>가게로 되돌아갔어요</translation>
    </message>
    <message>
        <source>Preparation begins soon</source>
        <translation>곧 준비를 시작해요</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 남음</translation>
    </message>
    <message>
        <source>any minute now</source>
        <translation>곧 도착해요</translation>
    </message>
    <message>
        <source>Scheduled for %1</source>
        <translation>예약 시간: %1</translation>
    </message>
    <message>
        <source>%1 no. %2</source>
        <translation>%1 %2번</translation>
    </message>
    <message>
        <source>Was scheduled for %1</source>
        <translation>원래 예약 시간: %1</translation>
    </message>
    <message>
        <source>Collected at %1</source>
        <translation>%1에 가져가셨어요</translation>
    </message>
    <message>
        <source>Delivered at %1</source>
        <translation>%1에 도착했어요</translation>
    </message>
    <message>
        <source>The card&apos;s bank has not answered yet. If it was paid, your order goes on; if not, nothing is charged.</source>
        <translation>카드사의 답이 늦어요. 결제됐다면 주문이 이어지고, 아니면 청구되지 않아요.</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>받을 곳: %1</translation>
    </message>
    <message>
        <source>If you do not confirm, the order completes by itself after a while.</source>
        <translation>누르지 않으면 얼마 뒤 자동으로 완료돼요.</translation>
    </message>
    <message>
        <source>We ask the card&apos;s bank until it answers. You are never charged twice.</source>
        <translation>답이 올 때까지 카드사에 물어봐요. 두 번 결제되는 일은 없어요.</translation>
    </message>
    <message>
        <source>Delivered safely</source>
        <translation>잘 도착했어요!</translation>
    </message>
    <message>
        <source>Ready %1, about %2</source>
        <translation>%1 %2쯤 준비돼요</translation>
    </message>
    <message>
        <source>Arrives %1, about %2</source>
        <translation>%1 %2쯤 도착해요</translation>
    </message>
    <message>
        <source>Collected %1 at %2</source>
        <translation>%1 %2에 가져가셨어요</translation>
    </message>
    <message>
        <source>Delivered %1 at %2</source>
        <translation>%1 %2에 도착했어요</translation>
    </message>
    <message>
        <source>soon</source>
        <translation>곧</translation>
    </message>
    <message>
        <source>Delivery fee</source>
        <translation>배달비</translation>
    </message>
    <message>
        <source>Shop accepted</source>
        <translation>가게 접수</translation>
    </message>
    <message>
        <source>Preparation started</source>
        <translation>준비 시작</translation>
    </message>
    <message>
        <source>You collect it</source>
        <translation>직접 가져가요</translation>
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
        <source>Due at the shop</source>
        <translation>가게에서 결제 예정</translation>
    </message>
    <message>
        <source>Paid at the shop</source>
        <translation>가게에서 결제 완료</translation>
    </message>
    <message>
        <source>Delivered · please confirm</source>
        <translation>배달 완료 · 확인해 주세요</translation>
    </message>
    <message>
        <source>If something comes up, call the shop: %1.</source>
        <translation>문제가 있으면 가게(%1)에 전화해 주세요.</translation>
    </message>
    <message>
        <source>Tell the code at the counter, and the order is yours.</source>
        <translation>카운터에서 코드를 말하고 받으세요.</translation>
    </message>
    <message>
        <source>%1 min to prepare</source>
        <translation>준비 시간 %1분</translation>
    </message>
    <message>
        <source>Completes by itself at %1</source>
        <translation>%1에 자동으로 완료돼요</translation>
    </message>
    <message>
        <source>If you do not confirm, the order completes by itself at %1.</source>
        <translation>누르지 않으면 %1에 자동으로 완료돼요.</translation>
    </message>
    <message>
        <source>in a few minutes</source>
        <translation>몇 분 뒤</translation>
    </message>
    <message>
        <source>After %1 has it</source>
        <translation>%1 님이 받으신 뒤에 눌러 주세요</translation>
    </message>
    <message>
        <source>It has arrived · confirm</source>
        <translation>잘 도착했어요 · 수령 확인</translation>
    </message>
    <message>
        <source>I have it · confirm</source>
        <translation>잘 받았어요 · 수령 확인</translation>
    </message>
    <message>
        <source>It has arrived</source>
        <translation>수령 확인</translation>
    </message>
    <message>
        <source>I have it</source>
        <translation>수령 확인</translation>
    </message>
    <message>
        <source>Arrives in a few minutes</source>
        <translation>몇 분 뒤에 도착해요</translation>
    </message>
    <message>
        <source>You can confirm once %1 has it.</source>
        <translation>%1 님이 받으신 뒤에 수령 확인을 누를 수 있어요.</translation>
    </message>
    <message>
        <source>at the door</source>
        <translation>문 앞이에요</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>결제</translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation>준비하고 있어요</translation>
    </message>
    <message>
        <source>The shop sets out</source>
        <translation>가게가 곧 출발해요</translation>
    </message>
    <message>
        <source>On the way to the shop</source>
        <translation>가게로 가는 중</translation>
    </message>
    <message>
        <source>Waiting for a rider</source>
        <translation>라이더를 찾고 있어요</translation>
    </message>
    <message>
        <source>This takes longer than usual. You can call the shop.</source>
        <translation>보통보다 오래 걸리고 있어요. 가게에 전화해 보셔도 돼요.</translation>
    </message>
    <message>
        <source>now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>Your order is at the door</source>
        <translation>문 앞에 도착했어요</translation>
    </message>
    <message>
        <source>Have your code at hand.</source>
        <translation>전달 코드를 준비해 주세요.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>If the shop has not answered by %1, the order ends and costs nothing.</source>
        <translation>%1까지 가게의 답이 없으면 자동으로 취소되고 돈은 들지 않아요.</translation>
    </message>
    <message>
        <source>You can cancel until the preparation begins.</source>
        <translation>준비를 시작하기 전까지 취소할 수 있어요.</translation>
    </message>
    <message>
        <source>Pay by %1, or the order ends.</source>
        <translation>%1까지 결제하지 않으면 주문이 끝나요.</translation>
    </message>
    <message>
        <source>Not paid yet</source>
        <translation>결제 전</translation>
    </message>
    <message>
        <source>The shop hears of your order once it is paid for.</source>
        <translation>결제해야 가게에 주문이 전해져요.</translation>
    </message>
    <message>
        <source>Refunded after a change</source>
        <translation>변경 후 환불</translation>
    </message>
    <message>
        <source>You can change or cancel it until the preparation begins.</source>
        <translation>준비를 시작하기 전까지 변경하거나 취소할 수 있어요.</translation>
    </message>
    <message>
        <source>The card&apos;s bank has not answered yet. If it was paid, the change is made; if not, nothing is charged.</source>
        <translation>카드사의 답이 늦어요. 결제됐다면 변경되고, 아니면 청구되지 않아요.</translation>
    </message>
    <message>
        <source>The card&apos;s bank has not answered yet. If it was paid, all of it goes back by itself.</source>
        <translation>카드사의 답이 늦어요. 결제됐다면 저절로 모두 돌려 드려요.</translation>
    </message>
</context>
<context>
    <name>soban::customer::OrdersPage</name>
    <message>
        <source>Orders</source>
        <translation>주문</translation>
    </message>
    <message>
        <source>No orders yet</source>
        <translation>아직 주문이 없어요</translation>
    </message>
    <message>
        <source>Shall we set the first table?</source>
        <translation>첫 상을 차려 볼까요?</translation>
    </message>
    <message>
        <source>Browse shops</source>
        <translation>가게 둘러보기</translation>
    </message>
</context>
<context>
    <name>soban::customer::PayAgainSheet</name>
    <message>
        <source>Pay %1</source>
        <translation>%1 결제하기</translation>
    </message>
    <message>
        <source>Order for %1</source>
        <translation>%1 주문하기</translation>
    </message>
    <message>
        <source>The card is charged now, once.</source>
        <translation>지금 카드로 한 번만 결제해요.</translation>
    </message>
    <message>
        <source>How would you like to pay?</source>
        <translation>어떻게 결제할까요?</translation>
    </message>
    <message>
        <source>%1 · kept for you until %2</source>
        <translation>%1 · %2까지 맡아 둘게요</translation>
    </message>
    <message>
        <source>The card was declined. Nothing was charged.</source>
        <translation>카드가 거절됐어요. 결제된 돈은 없어요.</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>나중에</translation>
    </message>
</context>
<context>
    <name>soban::customer::PaymentChoice</name>
    <message>
        <source>A gift is paid by card. Register one first.</source>
        <translation>선물은 카드로 결제해요. 먼저 카드를 등록해 주세요.</translation>
    </message>
    <message>
        <source>Choose a card.</source>
        <translation>카드를 골라 주세요.</translation>
    </message>
    <message>
        <source>not for a gift: the recipient would pay</source>
        <translation>받는 분이 돈을 내지 않도록, 선물은 미리 결제해요</translation>
    </message>
    <message>
        <source>cash or card, at the door</source>
        <translation>문 앞에서 현금이나 카드로</translation>
    </message>
    <message>
        <source>Register a card</source>
        <translation>카드 등록하기</translation>
    </message>
    <message>
        <source>Pay at the shop</source>
        <translation>가게에서 결제</translation>
    </message>
    <message>
        <source>cash or card, at the counter</source>
        <translation>카운터에서 현금이나 카드로</translation>
    </message>
    <message>
        <source>Nothing is charged now: you pay at the counter.</source>
        <translation>지금은 결제되지 않아요. 가게에서 내면 돼요.</translation>
    </message>
    <message>
        <source>Nothing is charged now: you pay when it comes.</source>
        <translation>지금은 결제되지 않아요. 만나서 결제하면 돼요.</translation>
    </message>
    <message>
        <source>Card payment does not work at the moment.</source>
        <translation>지금은 카드 결제가 안 돼요.</translation>
    </message>
    <message>
        <source>Try again in a few minutes.</source>
        <translation>몇 분 뒤에 다시 해 주세요.</translation>
    </message>
    <message>
        <source>Pay on delivery, or try again in a few minutes.</source>
        <translation>만나서 결제하거나 몇 분 뒤에 다시 해 주세요.</translation>
    </message>
</context>
<context>
    <name>soban::customer::PlacePicker</name>
    <message>
        <source>Zoom in</source>
        <translation>확대</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>확대 (+)</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>축소</translation>
    </message>
    <message>
        <source>Zoom out (−)</source>
        <translation>축소 (−)</translation>
    </message>
</context>
<context>
    <name>soban::customer::ReceiptDesk</name>
    <message>
        <source>Save the receipt</source>
        <translation>영수증 저장</translation>
    </message>
</context>
<context>
    <name>soban::customer::ReviewSheet</name>
    <message>
        <source>How was it at %1?</source>
        <translation>%1, 어떠셨어요?</translation>
    </message>
    <message>
        <source>Your review is public, and the shop can answer it.</source>
        <translation>다른 고객이 읽고, 가게가 답할 수 있어요.</translation>
    </message>
    <message>
        <source>What was good, what was not?</source>
        <translation>무엇이 좋았고 무엇이 아쉬웠나요?</translation>
    </message>
    <message>
        <source>Your review</source>
        <translation>리뷰</translation>
    </message>
    <message>
        <source>Stars</source>
        <translation>별점</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>올리기</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>나중에</translation>
    </message>
    <message>
        <source>This picture is too large.</source>
        <translation>사진이 너무 커요.</translation>
    </message>
    <message>
        <source>At most 4 MB.</source>
        <translation>4 MB까지 올릴 수 있어요.</translation>
    </message>
    <message>
        <source>Another photo</source>
        <translation>다른 사진</translation>
    </message>
    <message>
        <source>Add a photo</source>
        <translation>사진 추가</translation>
    </message>
    <message>
        <source>Your photo</source>
        <translation>올릴 사진</translation>
    </message>
    <message>
        <source>This picture cannot be used.</source>
        <translation>이 사진은 쓸 수 없어요.</translation>
    </message>
    <message>
        <source>Choose a PNG or JPEG file.</source>
        <translation>PNG나 JPEG 파일을 골라 주세요.</translation>
    </message>
</context>
<context>
    <name>soban::customer::ReviewText</name>
    <message>
        <source>Photo by %1</source>
        <translation>%1 님의 사진</translation>
    </message>
    <message>
        <source>The shop&apos;s answer · %1</source>
        <translation>사장님 답글 · %1</translation>
    </message>
    <message>
        <source>1 review</source>
        <translation>리뷰 1</translation>
    </message>
    <message>
        <source>%1 reviews</source>
        <translation>리뷰 %1</translation>
    </message>
</context>
<context>
    <name>soban::customer::ReviewsSheet</name>
    <message>
        <source>More reviews</source>
        <translation>리뷰 더 보기</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>리뷰</translation>
    </message>
    <message>
        <source>No reviews yet.</source>
        <translation>아직 리뷰가 없어요.</translation>
    </message>
    <message>
        <source>Loading reviews…</source>
        <translation>리뷰를 불러오고 있어요.</translation>
    </message>
    <message>
        <source>Reviews of %1</source>
        <translation>%1 리뷰</translation>
    </message>
</context>
<context>
    <name>soban::customer::SentMessages</name>
    <message>
        <source>None</source>
        <translation>받지 않기</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>문자</translation>
    </message>
    <message>
        <source>KakaoTalk</source>
        <translation>카카오톡</translation>
    </message>
    <message>
        <source>waits to be sent</source>
        <translation>전송 대기</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>보냄</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>도착</translation>
    </message>
    <message>
        <source>could not be delivered</source>
        <translation>전송 실패</translation>
    </message>
    <message>
        <source>perhaps sent</source>
        <translation>전송 여부 확인 안 됨</translation>
    </message>
    <message>
        <source>could not be sent in time</source>
        <translation>제때 보내지 못함</translation>
    </message>
    <message>
        <source>Messages to your phone</source>
        <translation>휴대폰 메시지</translation>
    </message>
</context>
<context>
    <name>soban::customer::ShopCardDelegate</name>
    <message>
        <source>%1–%2 min</source>
        <translation>%1–%2분</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>영업 종료</translation>
    </message>
    <message>
        <source>Busy · +%1 min</source>
        <translation>주문 많음 · +%1분</translation>
    </message>
    <message>
        <source>free delivery</source>
        <translation>배달 무료</translation>
    </message>
    <message>
        <source>delivery %1</source>
        <translation>배달 %1</translation>
    </message>
    <message>
        <source>min. %1</source>
        <translation>최소 %1</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>주문 많음</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>잠시 쉬어요</translation>
    </message>
    <message>
        <source>Shop delivery</source>
        <translation>가게가 직접 배달</translation>
    </message>
</context>
<context>
    <name>soban::customer::ShopHead</name>
    <message>
        <source>Remove from favourites</source>
        <translation>단골에서 빼기</translation>
    </message>
    <message>
        <source>Add to favourites</source>
        <translation>단골로 담기</translation>
    </message>
    <message>
        <source>Read the reviews</source>
        <translation>리뷰 읽기</translation>
    </message>
</context>
<context>
    <name>soban::customer::ShopPage</name>
    <message>
        <source>Choose a shop</source>
        <translation>가게를 골라 주세요</translation>
    </message>
    <message>
        <source>Its menu opens here.</source>
        <translation>여기에 메뉴가 펼쳐져요.</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>메뉴</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>영업 중</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>영업 종료</translation>
    </message>
    <message>
        <source>Opens %1</source>
        <translation>%1에 열어요</translation>
    </message>
    <message>
        <source>free delivery</source>
        <translation>배달 무료</translation>
    </message>
    <message>
        <source>Open as of %1</source>
        <translation>%1에는 영업 중</translation>
    </message>
    <message>
        <source>Closed as of %1</source>
        <translation>%1에는 닫힘</translation>
    </message>
    <message>
        <source>Open · until %1</source>
        <translation>영업 중 · %1까지</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>잠시 쉬어요</translation>
    </message>
    <message>
        <source>%1 old</source>
        <translation>%1 전 정보</translation>
    </message>
</context>
<context>
    <name>soban::customer::WantedTimeRow</name>
    <message>
        <source>Delivery time</source>
        <translation>언제 받으시겠어요?</translation>
    </message>
    <message>
        <source>As soon as possible</source>
        <translation>되도록 빨리</translation>
    </message>
    <message>
        <source>closed now</source>
        <translation>지금은 닫혀 있어요</translation>
    </message>
    <message>
        <source>Choose a day and time</source>
        <translation>날짜와 시간 고르기</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>Collection time</source>
        <translation>가져갈 시간</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>약 %1</translation>
    </message>
</context>
</TS>
