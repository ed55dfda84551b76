<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en">
<context>
    <name>soban::ui::MapView</name>
    <message>
        <source>Aim with the arrow keys and press Enter</source>
        <translation>화살표 키로 맞추고 Enter를 눌러 주세요</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>지도</translation>
    </message>
    <message>
        <source>N</source>
        <comment>north, beside the arrow on the map</comment>
        <translation>북</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>나</translation>
    </message>
    <message>
        <source>Me (simulated)</source>
        <translation>나 (모의 위치)</translation>
    </message>
</context>
<context>
    <name>soban::ui::MiniMap</name>
    <message>
        <source>Map of the delivery</source>
        <translation>배달 지도</translation>
    </message>
    <message>
        <source>%1 on the way from %2 to %3</source>
        <translation>%1, %2에서 %3까지 가는 중</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>%1에서 %2까지</translation>
    </message>
</context>
<context>
    <name>soban::ui::PictureLabel</name>
    <message>
        <source>Picture</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>사진 없음</translation>
    </message>
</context>
<context>
    <name>soban::ui::Receipt</name>
    <message>
        <source>Receipt</source>
        <translation>영수증</translation>
    </message>
</context>
<context>
    <name>soban::ui::StarInput</name>
    <message>
        <source>Tap a star</source>
        <translation>별을 눌러 주세요</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>별로예요</translation>
    </message>
    <message>
        <source>Not so good</source>
        <translation>아쉬워요</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>괜찮아요</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>좋아요</translation>
    </message>
    <message>
        <source>Excellent</source>
        <translation>최고예요</translation>
    </message>
    <message>
        <source>Stars</source>
        <translation>별점 주기</translation>
    </message>
    <message>
        <source>%1 of 5, %2</source>
        <translation>5점에 %1점, %2</translation>
    </message>
</context>
<context>
    <name>soban::ui::Stars</name>
    <message>
        <source>Rating</source>
        <translation>별점</translation>
    </message>
    <message>
        <source>%1 of 5</source>
        <translation>5점에 %1점</translation>
    </message>
    <message>
        <source>not rated yet</source>
        <translation>아직 별점이 없어요</translation>
    </message>
</context>
<context>
    <name>soban::ui::StatusStrip</name>
    <message>
        <source>Live</source>
        <translation>실시간 연결</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>연결됨</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>연결 끊김</translation>
    </message>
    <message>
        <source>Last news %1</source>
        <translation>마지막 소식 %1</translation>
    </message>
    <message>
        <source>News of orders comes at once</source>
        <translation>주문 소식이 바로 와요</translation>
    </message>
    <message>
        <source>News comes every few seconds</source>
        <translation>새 소식이 몇 초마다 와요</translation>
    </message>
</context>
<context>
    <name>soban::ui::Timeline</name>
    <message>
        <source>Progress</source>
        <translation>진행</translation>
    </message>
    <message>
        <source>done</source>
        <translation>끝남</translation>
    </message>
    <message>
        <source>now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>남음</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>안 됨</translation>
    </message>
</context>
<context>
    <name>soban::ui::UndoBar</name>
    <message>
        <source>Undo %1 s</source>
        <translation>되돌리기 %1초</translation>
    </message>
</context>
<context>
    <name>soban::ui::Words</name>
    <message>
        <source>Rider delivery</source>
        <translation>라이더 배달</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>가져가기</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>카드</translation>
    </message>
    <message>
        <source>Pay on delivery</source>
        <translation>만나서 결제</translation>
    </message>
    <message>
        <source>Being paid</source>
        <translation>결제하는 중</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>결제 완료</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>결제 거절</translation>
    </message>
    <message>
        <source>Checking payment</source>
        <translation>결제 확인 중</translation>
    </message>
    <message>
        <source>Partly refunded</source>
        <translation>일부 환불</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>환불 완료</translation>
    </message>
    <message>
        <source>Due on delivery</source>
        <translation>만나서 결제 예정</translation>
    </message>
    <message>
        <source>Paid on delivery</source>
        <translation>만나서 결제 완료</translation>
    </message>
    <message>
        <source>Nothing to pay</source>
        <translation>낼 돈 없음</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>정상</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>바쁨</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>잠시 멈춤</translation>
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
        <source>Waiting for payment</source>
        <translation>결제 기다림</translation>
    </message>
    <message>
        <source>Not paid</source>
        <translation>결제 안 됨</translation>
    </message>
    <message>
        <source>Waiting for the shop</source>
        <translation>접수 대기</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>접수됨</translation>
    </message>
    <message>
        <source>Being prepared</source>
        <translation>준비 중</translation>
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
        <source>On the way</source>
        <translation>배달 중</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>가져감</translation>
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
        <source>Refused</source>
        <translation>가게가 거절</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>가게 응답 없음</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>취소됨</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>되돌아옴</translation>
    </message>
    <message>
        <source>Shop delivery</source>
        <translation>가게가 직접 배달</translation>
    </message>
    <message>
        <source>We have run out of something</source>
        <translation>재료가 떨어졌어요</translation>
    </message>
    <message>
        <source>Too many orders at the moment</source>
        <translation>주문이 너무 밀렸어요</translation>
    </message>
    <message>
        <source>We are closing soon</source>
        <translation>곧 문을 닫아요</translation>
    </message>
    <message>
        <source>We cannot deliver to the address</source>
        <translation>배달할 수 없는 주소예요</translation>
    </message>
    <message>
        <source>No rider could be found</source>
        <translation>라이더를 찾지 못했어요</translation>
    </message>
    <message>
        <source>Something went wrong in the shop</source>
        <translation>가게에 문제가 생겼어요</translation>
    </message>
    <message>
        <source>No longer wanted</source>
        <translation>마음이 바뀌었어요</translation>
    </message>
    <message>
        <source>Ordered by mistake</source>
        <translation>잘못 주문했어요</translation>
    </message>
    <message>
        <source>It takes too long</source>
        <translation>너무 오래 걸려요</translation>
    </message>
    <message>
        <source>Nobody opened</source>
        <translation>문을 열어 주는 사람이 없어요</translation>
    </message>
    <message>
        <source>The address is wrong</source>
        <translation>주소가 틀려요</translation>
    </message>
    <message>
        <source>It was not taken at the door</source>
        <translation>받기를 거절했어요</translation>
    </message>
    <message>
        <source>The shop did not answer in time</source>
        <translation>가게가 시간 안에 답하지 않았어요</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>다른 까닭</translation>
    </message>
    <message>
        <source>The customer</source>
        <translation>고객</translation>
    </message>
    <message>
        <source>The shop</source>
        <translation>가게</translation>
    </message>
    <message>
        <source>Soban</source>
        <translation>소반</translation>
    </message>
</context>
</TS>
