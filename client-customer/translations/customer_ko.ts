<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en">
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
            <source>Press + on a menu
and it lands here.</source>
            <translation>메뉴에서 +를 누르면
여기에 담겨요.</translation>
        </message>
        <message>
            <source>A word to the shop</source>
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
            <source>Quantity of %1</source>
            <translation>%1 수량</translation>
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
            <source>Order for %1</source>
            <translation>%1 주문하기</translation>
        </message>
        <message>
            <source>You can cancel until the shop starts preparing.</source>
            <translation>가게가 준비를 시작하기 전까지 취소할 수 있어요.</translation>
        </message>
        <message>
            <source>The shop is closed now. Your cart is kept.</source>
            <translation>지금은 가게가 닫혀 있어요. 장바구니는 그대로 있어요.</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>주문하기</translation>
        </message>
        <message>
            <source>%1 more to the minimum order.</source>
            <translation>최소 주문까지 %1 더 담아 주세요.</translation>
        </message>
        <message>
            <source>This cart cannot be ordered as it is. Take a line out and add it anew.</source>
            <translation>이대로는 주문할 수 없어요. 한 줄을 빼고 다시 담아 주세요.</translation>
        </message>
    </context>
    <context>
        <name>soban::customer::CheckoutSheet</name>
        <message>
            <source>Ordering</source>
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
            <source>We go on trying. You are charged once.</source>
            <translation>계속 보내고 있어요. 결제는 한 번만 돼요.</translation>
        </message>
        <message>
            <source>cash or card, at the door</source>
            <translation>문 앞에서 현금이나 카드로</translation>
        </message>
        <message>
            <source>Who gets it?</source>
            <translation>받는 분 이름을 적어 주세요.</translation>
        </message>
        <message>
            <source>For the person at the door.</source>
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
            <source>You collect it at the shop.</source>
            <translation>가게에서 가져가요.</translation>
        </message>
        <message>
            <source>To: %1</source>
            <translation>받을 곳: %1</translation>
        </message>
        <message>
            <source>It is for somebody else</source>
            <translation>다른 분이 받아요</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>이름</translation>
        </message>
        <message>
            <source>Telephone</source>
            <translation>전화번호</translation>
        </message>
        <message>
            <source>Words on the card</source>
            <translation>카드에 적을 말</translation>
        </message>
        <message>
            <source>Happy birthday!</source>
            <translation>생일 축하해요!</translation>
        </message>
        <message>
            <source>How do you pay?</source>
            <translation>결제 방법</translation>
        </message>
        <message>
            <source>Register a card</source>
            <translation>카드 등록하기</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>돌아가기</translation>
        </message>
        <message>
            <source>A card is charged when you order. If the shop cannot take the order, the money goes back at once.</source>
            <translation>카드는 주문할 때 결제돼요. 가게가 주문을 받지 못하면 바로 돌려 드려요.</translation>
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
    </context>
    <context>
        <name>soban::customer::HomePage</name>
        <message>
            <source>Nearest</source>
            <translation>가까운 순</translation>
        </message>
        <message>
            <source>Best reviewed</source>
            <translation>평점 높은 순</translation>
        </message>
        <message>
            <source>Cheapest delivery</source>
            <translation>배달비 낮은 순</translation>
        </message>
        <message>
            <source>Begin a new cart?</source>
            <translation>장바구니를 새로 담을까요?</translation>
        </message>
        <message>
            <source>Your cart holds things of %1. One order is one shop's; if you begin with %2, the cart is emptied.</source>
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
            <source>Kind of shop</source>
            <translation>가게 종류</translation>
        </message>
        <message>
            <source>Order of the list</source>
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
            <source>No shop sells “%1”</source>
            <translation>‘%1’을 파는 가게가 없어요</translation>
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
            <source>The star of a shop brings it here.</source>
            <translation>가게의 별을 누르면 여기에 담겨요.</translation>
        </message>
        <message>
            <source>Shops: %1</source>
            <translation>가게 %1곳</translation>
        </message>
    </context>
    <context>
        <name>soban::customer::MainPage</name>
        <message>
            <source>Thank you, your review is published.</source>
            <translation>고마워요, 리뷰를 올렸어요.</translation>
        </message>
        <message>
            <source>Where to?</source>
            <translation>어디로 갈까요?</translation>
        </message>
        <message>
            <source>Where to</source>
            <translation>받을 곳</translation>
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
            <source>Settings</source>
            <translation>설정</translation>
        </message>
        <message>
            <source>Some of it is no longer on the menu.</source>
            <translation>이제 팔지 않는 메뉴는 빼고 담았어요.</translation>
        </message>
    </context>
    <context>
        <name>soban::customer::MenuDelegate</name>
        <message>
            <source>Sold out</source>
            <translation>품절</translation>
        </message>
        <message>
            <source>%1 to choose from</source>
            <translation>%1가지</translation>
        </message>
        <message>
            <source>%1 left</source>
            <translation>%1개 남음</translation>
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
            <source>Choose: %1</source>
            <translation>%1 고르기</translation>
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
    </context>
    <context>
        <name>soban::customer::OrderCardDelegate</name>
        <message>
            <source>%1 and %2 more</source>
            <translation>%1 외 %2</translation>
        </message>
    </context>
    <context>
        <name>soban::customer::OrderPage</name>
        <message>
            <source>Progress</source>
            <translation>진행</translation>
        </message>
        <message>
            <source>Hand-over code</source>
            <translation>전달 코드</translation>
        </message>
        <message>
            <source>Tell it at the counter.</source>
            <translation>가게에서 이 숫자를 알려 주세요.</translation>
        </message>
        <message>
            <source>Tell it at the door.</source>
            <translation>문 앞에서 이 숫자를 알려 주세요.</translation>
        </message>
        <message>
            <source>%1, your rider</source>
            <translation>%1 라이더</translation>
        </message>
        <message>
            <source>For %1</source>
            <translation>받는 분: %1</translation>
        </message>
        <message>
            <source>Receipt</source>
            <translation>영수증</translation>
        </message>
        <message>
            <source>Order no. %1 · %2</source>
            <translation>%1번 주문 · %2</translation>
        </message>
        <message>
            <source>Home</source>
            <translation>받을 곳</translation>
        </message>
        <message>
            <source>I have it</source>
            <translation>수령 확인</translation>
        </message>
        <message>
            <source>Write a review</source>
            <translation>리뷰 쓰기</translation>
        </message>
        <message>
            <source>Order again</source>
            <translation>다시 주문</translation>
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
            <translation>준비 끝</translation>
        </message>
        <message>
            <source>Picked up</source>
            <translation>픽업</translation>
        </message>
        <message>
            <source>%1 has left the shop</source>
            <translation>%1 님이 가게를 나섰어요</translation>
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
            <translation>모두 끝났어요</translation>
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
            <source>Your money is on its way back.</source>
            <translation>결제한 돈을 돌려 드리고 있어요.</translation>
        </message>
        <message>
            <source>Confirm that you have it, and tell others how it was.</source>
            <translation>잘 받았다고 확인하고, 어땠는지 알려 주세요.</translation>
        </message>
        <message>
            <source>by %1 at the latest</source>
            <translation>늦어도 %1까지</translation>
        </message>
        <message>
            <source>They usually answer within a few minutes.</source>
            <translation>보통 몇 분 안에 답해요.</translation>
        </message>
        <message>
            <source>No. %1</source>
            <translation>%1번</translation>
        </message>
        <message>
            <source>Delivery</source>
            <translation>배달</translation>
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
            <source>The shop has begun, so nothing can be changed. You can confirm once you have it.</source>
            <translation>가게가 준비를 시작해서 바꿀 수 없어요. 받으신 뒤에 수령 확인이 켜져요.</translation>
        </message>
        <message>
            <source>You can confirm once you have it.</source>
            <translation>받으신 뒤에 수령 확인이 켜져요.</translation>
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
            <source>%1 is coming to the shop</source>
            <translation>%1 님이 가게로 가고 있어요</translation>
        </message>
        <message>
            <source>Safely there</source>
            <translation>잘 도착했어요!</translation>
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
            <source>Look at the shops</source>
            <translation>가게 둘러보기</translation>
        </message>
    </context>
    <context>
        <name>soban::customer::ReviewSheet</name>
        <message>
            <source>How was it at %1?</source>
            <translation>%1, 어떠셨어요?</translation>
        </message>
        <message>
            <source>Others read it, and the shop can answer.</source>
            <translation>다른 손님이 읽고, 가게가 답할 수 있어요.</translation>
        </message>
        <message>
            <source>What was good, what was not?</source>
            <translation>무엇이 좋았고 무엇이 아쉬웠나요?</translation>
        </message>
        <message>
            <source>Your words</source>
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
            <source>Pictures</source>
            <translation>사진</translation>
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
            <translation>사진 더하기</translation>
        </message>
        <message>
            <source>Your photo</source>
            <translation>올릴 사진</translation>
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
            <translation>준비 중</translation>
        </message>
        <message>
            <source>Busy, +%1 min</source>
            <translation>주문 많음 +%1분</translation>
        </message>
        <message>
            <source>Shop delivers</source>
            <translation>가게가 직접 배달</translation>
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
            <translation>열림</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>준비 중</translation>
        </message>
        <message>
            <source>Opens %1</source>
            <translation>%1에 열어요</translation>
        </message>
        <message>
            <source>★ %1 (%2 reviews)</source>
            <translation>★ %1 리뷰 %2</translation>
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
            <source>Favourite</source>
            <translation>단골 가게</translation>
        </message>
        <message>
            <source>Make it a favourite</source>
            <translation>단골로 담기</translation>
        </message>
    </context>
</TS>
