<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en">
<context>
    <name>soban::desk::AppWindow</name>
    <message>
        <source>Shortcuts</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Connect now</source>
        <translation>지금 다시 연결</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>끝내기</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Shortcuts F1</source>
        <translation>단축키 F1</translation>
    </message>
</context>
<context>
    <name>soban::desk::Complaint</name>
    <message>
        <source>You are no longer signed in.</source>
        <translation>로그인이 풀렸어요.</translation>
    </message>
    <message>
        <source>Sign in again and carry on.</source>
        <translation>다시 로그인하고 이어서 해 주세요.</translation>
    </message>
    <message>
        <source>The login or the password is not right.</source>
        <translation>아이디나 비밀번호가 맞지 않아요.</translation>
    </message>
    <message>
        <source>Type both once more.</source>
        <translation>둘 다 다시 입력해 주세요.</translation>
    </message>
    <message>
        <source>This account may not do that.</source>
        <translation>이 계정으로는 할 수 없어요.</translation>
    </message>
    <message>
        <source>Sign in with the account that it belongs to.</source>
        <translation>맞는 계정으로 로그인해 주세요.</translation>
    </message>
    <message>
        <source>This login is taken already.</source>
        <translation>이미 쓰고 있는 아이디예요.</translation>
    </message>
    <message>
        <source>Choose another one, or sign in if it is yours.</source>
        <translation>다른 아이디를 고르거나, 내 것이면 로그인해 주세요.</translation>
    </message>
    <message>
        <source>That was too often in a short time.</source>
        <translation>짧은 시간에 너무 여러 번 했어요.</translation>
    </message>
    <message>
        <source>Wait a moment.</source>
        <translation>잠시만 기다려 주세요.</translation>
    </message>
    <message>
        <source>The card was declined.</source>
        <translation>카드가 거절됐어요.</translation>
    </message>
    <message>
        <source>Use another card, or pay on delivery.</source>
        <translation>다른 카드를 쓰거나 만나서 결제해 주세요.</translation>
    </message>
    <message>
        <source>Card payment does not work at the moment.</source>
        <translation>지금은 카드 결제가 안 돼요.</translation>
    </message>
    <message>
        <source>Pay on delivery, or try again in a few minutes.</source>
        <translation>만나서 결제하거나 몇 분 뒤에 다시 해 주세요.</translation>
    </message>
    <message>
        <source>The price has changed.</source>
        <translation>가격이 바뀌었어요.</translation>
    </message>
    <message>
        <source>Look at the new total and order again.</source>
        <translation>새 합계를 보고 다시 주문해 주세요.</translation>
    </message>
    <message>
        <source>The shop takes no orders right now.</source>
        <translation>가게가 지금은 주문을 받지 않아요.</translation>
    </message>
    <message>
        <source>Come back later, or choose another shop.</source>
        <translation>나중에 다시 오거나 다른 가게를 골라 주세요.</translation>
    </message>
    <message>
        <source>An item has just sold out.</source>
        <translation>방금 품절된 메뉴가 있어요.</translation>
    </message>
    <message>
        <source>Take it out of the cart.</source>
        <translation>장바구니에서 빼 주세요.</translation>
    </message>
    <message>
        <source>An item is no longer on the menu.</source>
        <translation>메뉴판에서 빠진 메뉴가 있어요.</translation>
    </message>
    <message>
        <source>The options of an item no longer fit.</source>
        <translation>고른 옵션이 이제 맞지 않아요.</translation>
    </message>
    <message>
        <source>Choose them once more.</source>
        <translation>옵션을 다시 골라 주세요.</translation>
    </message>
    <message>
        <source>The order is below the shop&apos;s minimum.</source>
        <translation>가게의 최소 주문 금액보다 적어요.</translation>
    </message>
    <message>
        <source>Add something to it.</source>
        <translation>메뉴를 더 담아 주세요.</translation>
    </message>
    <message>
        <source>The shop does not deliver to this address.</source>
        <translation>이 주소로는 배달하지 않는 가게예요.</translation>
    </message>
    <message>
        <source>Collect it yourself, or choose a shop that is nearer.</source>
        <translation>직접 가져가거나 더 가까운 가게를 골라 주세요.</translation>
    </message>
    <message>
        <source>The shop does not offer this way of delivery.</source>
        <translation>이 가게는 이 방법으로 배달하지 않아요.</translation>
    </message>
    <message>
        <source>Choose another way.</source>
        <translation>다른 방법을 골라 주세요.</translation>
    </message>
    <message>
        <source>The saved card is gone.</source>
        <translation>저장한 카드가 없어졌어요.</translation>
    </message>
    <message>
        <source>Choose another card, or save it anew.</source>
        <translation>다른 카드를 고르거나 다시 등록해 주세요.</translation>
    </message>
    <message>
        <source>This order has its review already.</source>
        <translation>이 주문에는 이미 리뷰를 썼어요.</translation>
    </message>
    <message>
        <source>There is nothing left to do.</source>
        <translation>더 하지 않아도 돼요.</translation>
    </message>
    <message>
        <source>The order has changed meanwhile.</source>
        <translation>그사이 주문이 바뀌었어요.</translation>
    </message>
    <message>
        <source>Look at it as it is now, then decide again.</source>
        <translation>지금 상태를 보고 다시 정해 주세요.</translation>
    </message>
    <message>
        <source>The order has already gone on.</source>
        <translation>주문이 이미 다음 단계로 넘어갔어요.</translation>
    </message>
    <message>
        <source>Look at where it stands now.</source>
        <translation>지금 어디까지 왔는지 봐 주세요.</translation>
    </message>
    <message>
        <source>Another rider was faster.</source>
        <translation>다른 라이더가 먼저 수락했어요.</translation>
    </message>
    <message>
        <source>Choose another delivery.</source>
        <translation>다른 배달을 골라 주세요.</translation>
    </message>
    <message>
        <source>The code is not right.</source>
        <translation>코드가 맞지 않아요.</translation>
    </message>
    <message>
        <source>Ask for it again and type it once more.</source>
        <translation>다시 물어보고 한 번 더 입력해 주세요.</translation>
    </message>
    <message>
        <source>The code was wrong too often.</source>
        <translation>코드를 너무 여러 번 틀렸어요.</translation>
    </message>
    <message>
        <source>Hand over with a photo, or call support.</source>
        <translation>사진으로 전달하거나 고객센터에 전화해 주세요.</translation>
    </message>
    <message>
        <source>This is still being worked on.</source>
        <translation>아직 처리하고 있어요.</translation>
    </message>
    <message>
        <source>It is no longer there.</source>
        <translation>이제 없는 항목이에요.</translation>
    </message>
    <message>
        <source>Go back and load the page again.</source>
        <translation>돌아가서 다시 불러와 주세요.</translation>
    </message>
    <message>
        <source>What is shown is out of date.</source>
        <translation>보이는 내용이 오래됐어요.</translation>
    </message>
    <message>
        <source>Load the page again.</source>
        <translation>다시 불러와 주세요.</translation>
    </message>
    <message>
        <source>The app and the server did not understand each other.</source>
        <translation>앱과 서버가 서로 알아듣지 못했어요.</translation>
    </message>
    <message>
        <source>Update the app. If it stays like this, tell support the code.</source>
        <translation>앱을 업데이트해 주세요. 그래도 그러면 고객센터에 코드를 알려 주세요.</translation>
    </message>
    <message>
        <source>Something that was entered is not right.</source>
        <translation>입력한 내용에 맞지 않는 것이 있어요.</translation>
    </message>
    <message>
        <source>Check it and try again.</source>
        <translation>확인하고 다시 해 주세요.</translation>
    </message>
    <message>
        <source>That is too large to send.</source>
        <translation>너무 커서 보낼 수 없어요.</translation>
    </message>
    <message>
        <source>Make it shorter, or the picture smaller.</source>
        <translation>글이나 사진을 줄여 주세요.</translation>
    </message>
    <message>
        <source>Something went wrong at the server.</source>
        <translation>서버에 문제가 생겼어요.</translation>
    </message>
    <message>
        <source>Try again in a moment. If it stays like this, tell support the code.</source>
        <translation>잠시 뒤에 다시 해 주세요. 그래도 그러면 고객센터에 코드를 알려 주세요.</translation>
    </message>
    <message>
        <source>Nobody can say yet whether that was done.</source>
        <translation>처리됐는지 아직 알 수 없어요.</translation>
    </message>
    <message>
        <source>Look whether it is there before you try again.</source>
        <translation>다시 하기 전에 처리됐는지 먼저 확인해 주세요.</translation>
    </message>
    <message>
        <source>The server is busy or being serviced.</source>
        <translation>서버가 바쁘거나 점검 중이에요.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>잠시 뒤에 다시 해 주세요.</translation>
    </message>
    <message>
        <source>The server cannot be reached.</source>
        <translation>서버에 연결할 수 없어요.</translation>
    </message>
    <message>
        <source>Check the internet connection and try again.</source>
        <translation>인터넷 연결을 확인하고 다시 해 주세요.</translation>
    </message>
    <message>
        <source>No answer came from the server.</source>
        <translation>서버에서 답이 오지 않았어요.</translation>
    </message>
    <message>
        <source>Look at how it stands before you do it again.</source>
        <translation>다시 하기 전에 어떻게 됐는지 먼저 봐 주세요.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>바뀐 것은 없어요.</translation>
    </message>
    <message>
        <source>Nothing was sent yet; what you entered is still here.</source>
        <translation>아직 보내지 않았고, 입력한 내용은 그대로 있어요.</translation>
    </message>
    <message>
        <source>It may have been done; what you entered is still here.</source>
        <translation>처리됐을 수도 있어요. 입력한 내용은 그대로 있어요.</translation>
    </message>
    <message>
        <source>Try again in %1 s.</source>
        <translation>%1초 뒤에 다시 해 주세요.</translation>
    </message>
    <message>
        <source>Try again in %1 min.</source>
        <translation>%1분 뒤에 다시 해 주세요.</translation>
    </message>
    <message>
        <source>Nothing was charged.</source>
        <translation>결제된 돈은 없어요.</translation>
    </message>
    <message>
        <source>Your step was not taken.</source>
        <translation>방금 하신 것은 적용되지 않았어요.</translation>
    </message>
</context>
<context>
    <name>soban::desk::EndSheet</name>
    <message>
        <source>In your own words</source>
        <translation>직접 쓰기</translation>
    </message>
    <message>
        <source>Please say why in a few words.</source>
        <translation>까닭을 짧게 적어 주세요.</translation>
    </message>
</context>
<context>
    <name>soban::desk::EntryFrame</name>
    <message>
        <source>The server cannot be reached</source>
        <translation>서버에 연결할 수 없음</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Soban %1 · Shortcuts F1</source>
        <translation>소반 %1 · 단축키 F1</translation>
    </message>
    <message>
        <source>Connecting to the server</source>
        <translation>서버에 연결하는 중</translation>
    </message>
    <message>
        <source>Connected to the server</source>
        <translation>서버에 연결됨</translation>
    </message>
</context>
<context>
    <name>soban::desk::Notifier</name>
    <message>
        <source>Soban</source>
        <translation>소반</translation>
    </message>
    <message>
        <source>Soban for shops</source>
        <translation>소반 사장님</translation>
    </message>
    <message>
        <source>Soban for riders</source>
        <translation>소반 라이더</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 열기</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>끝내기</translation>
    </message>
</context>
<context>
    <name>soban::desk::OfflineBanner</name>
    <message>
        <source>No connection</source>
        <translation>서버와 연결이 끊겼어요</translation>
    </message>
    <message>
        <source>Nothing has come from the server yet. Trying again.</source>
        <translation>아직 받은 정보가 없어요. 다시 연결하고 있어요.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>지금 다시 연결</translation>
    </message>
    <message>
        <source>As of %1.</source>
        <translation>%1 기준이에요.</translation>
    </message>
    <message>
        <source>As of %1. Trying again.</source>
        <translation>%1 기준 정보예요. 다시 연결하고 있어요.</translation>
    </message>
    <message>
        <source>As of %1 (%2 ago). Trying again.</source>
        <translation>%1 기준 정보예요 (%2 전). 다시 연결하고 있어요.</translation>
    </message>
</context>
<context>
    <name>soban::desk::PicturePicker</name>
    <message>
        <source>Pictures (%1)</source>
        <translation>사진 (%1)</translation>
    </message>
</context>
<context>
    <name>soban::desk::RegisterPage</name>
    <message>
        <source>Register</source>
        <translation>가입하기</translation>
    </message>
    <message>
        <source>So that you can take deliveries.</source>
        <translation>배달을 잡으려면 가입해 주세요</translation>
    </message>
    <message>
        <source>So that shops know who orders.</source>
        <translation>가게가 누구의 주문인지 알 수 있게 알려 주세요</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Mobile phone</source>
        <translation>휴대전화 번호</translation>
    </message>
    <message>
        <source>For the shop and the rider, about an order only.</source>
        <translation>주문 때문에 가게나 라이더가 연락할 때만 써요.</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>아이디</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>비밀번호</translation>
    </message>
    <message>
        <source>At least 8 characters.</source>
        <translation>8자 이상 정해 주세요.</translation>
    </message>
    <message>
        <source>Back to signing in</source>
        <translation>로그인으로 돌아가기</translation>
    </message>
    <message>
        <source>Type your name.</source>
        <translation>이름을 입력해 주세요.</translation>
    </message>
    <message>
        <source>Type your phone number.</source>
        <translation>휴대전화 번호를 입력해 주세요.</translation>
    </message>
    <message>
        <source>Type a login.</source>
        <translation>쓸 아이디를 입력해 주세요.</translation>
    </message>
    <message>
        <source>Type a password.</source>
        <translation>쓸 비밀번호를 입력해 주세요.</translation>
    </message>
    <message>
        <source>That is too short: at least %1 characters.</source>
        <translation>너무 짧아요. %1자 이상이어야 해요.</translation>
    </message>
    <message>
        <source>Registering</source>
        <translation>가입하는 중</translation>
    </message>
    <message>
        <source>Register and start</source>
        <translation>가입하고 시작하기</translation>
    </message>
    <message>
        <source>%1 %2 (%3)</source>
        <translation>%1 %2 (%3)</translation>
    </message>
</context>
<context>
    <name>soban::desk::SettingsSheet</name>
    <message>
        <source>New order</source>
        <translation>새 주문</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>화면 색</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>소리</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>소리 크기</translation>
    </message>
    <message>
        <source>While the shop is open, new orders always ring.</source>
        <translation>가게를 연 동안 새 주문은 항상 울려요.</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>로그아웃</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Signed in as %1 (%2)</source>
        <translation>%1 님(%2)으로 로그인했어요</translation>
    </message>
    <message>
        <source>Changed order</source>
        <translation>바뀐 주문</translation>
    </message>
    <message>
        <source>Cancelled order</source>
        <translation>취소된 주문</translation>
    </message>
    <message>
        <source>New delivery nearby</source>
        <translation>가까운 새 배달</translation>
    </message>
    <message>
        <source>New message</source>
        <translation>새 메시지</translation>
    </message>
    <message>
        <source>Order update</source>
        <translation>주문 진행 소식</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>시스템과 같게</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>글자 크기</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>움직임 줄이기</translation>
    </message>
    <message>
        <source>Play: %1</source>
        <translation>들어 보기: %1</translation>
    </message>
</context>
<context>
    <name>soban::desk::ShortcutSheet</name>
    <message>
        <source>Shortcuts</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>soban::desk::SignInPage</name>
    <message>
        <source>Sign in</source>
        <translation>로그인</translation>
    </message>
    <message>
        <source>Sign in with the shop&apos;s account.</source>
        <translation>가게 계정으로 로그인해 주세요</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>아이디</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>비밀번호</translation>
    </message>
    <message>
        <source>Stay signed in</source>
        <translation>로그인 유지</translation>
    </message>
    <message>
        <source>New here · Register</source>
        <translation>처음이에요 · 가입하기</translation>
    </message>
    <message>
        <source>You are signed out when the app is closed.</source>
        <translation>앱을 닫으면 로그아웃돼요.</translation>
    </message>
    <message>
        <source>Your sign-in is kept in this computer&apos;s keychain only.</source>
        <translation>로그인 정보는 이 컴퓨터의 열쇠고리에만 담아요.</translation>
    </message>
    <message>
        <source>Type your login.</source>
        <translation>아이디를 입력해 주세요.</translation>
    </message>
    <message>
        <source>Type your password.</source>
        <translation>비밀번호를 입력해 주세요.</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>로그인하는 중</translation>
    </message>
    <message>
        <source>Too many tries. You can go on in %1 min.</source>
        <translation>너무 여러 번 틀렸어요. %1분 뒤에 다시 할 수 있어요.</translation>
    </message>
    <message>
        <source>Too many tries. You can go on in %1 s.</source>
        <translation>너무 여러 번 틀렸어요. %1초 뒤에 다시 할 수 있어요.</translation>
    </message>
    <message>
        <source>%1 %2 (%3)</source>
        <translation>%1 %2 (%3)</translation>
    </message>
    <message>
        <source>You were signed out. Sign in again and carry on.</source>
        <translation>로그인이 풀렸어요. 다시 로그인하고 이어서 해 주세요.</translation>
    </message>
    <message>
        <source>Sign in to order and follow your orders.</source>
        <translation>주문하고 받아 보려면 로그인해 주세요</translation>
    </message>
    <message>
        <source>Sign in to see deliveries near you.</source>
        <translation>가까운 배달을 보려면 로그인해 주세요</translation>
    </message>
    <message>
        <source>This computer has no keychain that could keep your sign-in: you are signed out when the app is closed.</source>
        <translation>이 컴퓨터에는 로그인 정보를 담아 둘 열쇠고리가 없어서, 앱을 닫으면 로그아웃돼요.</translation>
    </message>
    <message>
        <source>This account belongs to another of Soban&apos;s apps.</source>
        <translation>이 계정은 소반의 다른 앱에서 쓰는 계정이에요.</translation>
    </message>
</context>
<context>
    <name>soban::desk::TableSide</name>
    <message>
        <source>Your table is laid</source>
        <translation>한 상, 차려 드릴게요</translation>
    </message>
    <message>
        <source>Food and flowers from shops nearby, brought to your door.</source>
        <translation>동네 가게의 음식과 꽃을 집 앞까지 가져다드려요.</translation>
    </message>
    <message>
        <source>A good day&apos;s trade</source>
        <translation>오늘도 든든하게</translation>
    </message>
    <message>
        <source>Orders, kitchen and menu on one table.</source>
        <translation>주문과 주방, 메뉴를 한 상에서 봐요.</translation>
    </message>
    <message>
        <source>A safe ride</source>
        <translation>오늘도 안전하게</translation>
    </message>
    <message>
        <source>Deliveries close by, one step at a time.</source>
        <translation>가까운 배달을 한 걸음씩 안내해요.</translation>
    </message>
</context>
</TS>
