/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One order, its payments and its delivery, with a customer who asks again, a provider whose answers
 * are lost, and a server that crashes at any moment. What is modelled and what is not:
 * docs/reliability.md. Each `atomic` of the server is one transaction, or one thing that happens
 * outside of any. `advance` and all numbers come from shared/domain.
 *
 * Defined by the tests, each takes one guard away, and a violation must be found:
 *   NO_COMMAND_KEY  the answer of the customer's key is not kept
 *   NO_CHARGE_KEY   the provider does not know a charge again by its key
 *   NO_REFUND_KEY   the same of a refund
 *   CHARGE_AGAIN    what became of a charge is not asked, it is sent under another key
 *   NO_LATE_REFUND  a charge that goes through too late is not given back
 *   NO_RECOVERY     what a crash left open is not looked for
 */
#include "Rules.pml"

#define ATTEMPTS 2 /* to pay */
#define CRASHES  2
#define TRIES    2 /* of the customer to place the order */
#define ON_WIRE  2 /* requests of one payment on their way to the provider */
#define NONE     255
#ifdef NO_RECOVERY
#define RECOVERS false
#else
#define RECOVERS true
#endif

/* What the database holds. */
byte orders;         /* that were made of the customer's one wish */
bool isKeyKept;      /* the customer's, with its answer */
byte order = o_paymentPending;
byte delivery = d_none;
byte fulfilment;
bool isByCard;       /* as the latest attempt is */
bool isDeclined;     /* waits for its customer to pay again: answerBy, while payment is pending */
bool holdsStock;
bool isOffered;      /* to riders */
bool answerTimer;
bool paymentTimer;
bool completeTimer;
byte attempts;
byte payment[ATTEMPTS] = NONE;
byte refund[ATTEMPTS] = NONE;

/* What the server knows until it crashes. */
mtype = { unmet, toSend, sent, toAsk, heard };
mtype = { captured, declined, unknown };
mtype charging[ATTEMPTS] = unmet;
mtype chargeAnswer[ATTEMPTS] = unknown;
bool isFresh[ATTEMPTS]; /* asked for in this run of the server, and never sent */
mtype refunding[ATTEMPTS] = unmet;
byte crashes;

/* What the provider holds, and what is on its way there. */
byte chargesOnWire[ATTEMPTS];
byte refundsOnWire[ATTEMPTS];
bool isChargeKept[ATTEMPTS]; /* by key, with its outcome */
bool isRefundKept[ATTEMPTS];
byte taken[ATTEMPTS]; /* times */
byte given[ATTEMPTS];

/* For the transaction at hand: no part of a state. */
hidden byte action;
hidden byte role;
hidden short effects;
hidden byte hasMoved;
hidden byte i;
hidden byte wanted;
hidden byte person;

#define IS_OPEN(n) (payment[n] == p_pending || payment[n] == p_unknown)

/* ---- The modules, each within a transaction ---- */

inline askForRefund(n) {
    assert(refund[n] == NONE);
    refund[n] = b_pending
}

/* Payments::giveBack */
inline giveBack() {
    for (i : 0 .. ATTEMPTS - 1) {
        if
        :: payment[i] == p_due -> payment[i] = p_waived
        :: payment[i] == p_paid && (effects & e_all_back) -> askForRefund(i)
        :: else
        fi
    }
}

inline collect() {
    for (i : 0 .. ATTEMPTS - 1) {
        if
        :: payment[i] == p_due -> payment[i] = p_collected
        :: else
        fi
    }
}

/* TimerClerk */
inline setTimers() {
    if
    :: action == a_confirmPayment -> answerTimer = true; isDeclined = false
    :: action == a_declinePayment -> paymentTimer = true; isDeclined = true
    :: action == a_payAgain -> paymentTimer = false; isDeclined = false
    :: action == a_confirm -> completeTimer = false
    :: else
    fi;
    if
    :: order != o_placed -> answerTimer = false
    :: else
    fi;
    if
    :: order == o_cancelled && isDeclined -> paymentTimer = false; isDeclined = false
    :: else
    fi;
    if
    :: effects & e_start_auto_complete -> completeTimer = true
    :: else
    fi
}

/* OrderLifecycle::advance and those who listen to it. */
inline step(what, who) {
    action = what;
    role = who;
    hasMoved = IS_OVER; /* what is over never moves again */
    if
    :: hasMoved -> advance(); assert(!hasMoved)
    :: else -> advance()
    fi;
    if
    :: hasMoved && (effects & (e_refund_in_full | e_settle_refund)) -> giveBack()
    :: hasMoved && (effects & e_collect_what_is_due) -> collect()
    :: else
    fi;
    if
    :: hasMoved && ((effects & e_restore_stock) || IS_OVER) -> holdsStock = false
    :: else
    fi;
    if
    :: hasMoved && (effects & e_open_delivery) -> isOffered = true
    :: hasMoved && (effects & e_withdraw_offer) -> isOffered = false
    :: else
    fi;
    if
    :: hasMoved -> setTimers()
    :: else
    fi
}

/* Payments::request */
inline requestPayment() {
    if
    :: isByCard -> payment[attempts] = p_pending; isFresh[attempts] = true
    :: else -> payment[attempts] = p_due
    fi;
    attempts++;
    if
    :: !isByCard -> step(a_confirmPayment, r_system)
    :: else
    fi
}

inline chooseMethod() {
    if
    :: isByCard = true
    :: isByCard = false
    fi
}

inline record(n) {
    if
    :: !IS_OPEN(n)
    :: IS_OPEN(n) && chargeAnswer[n] == captured ->
        payment[n] = p_paid;
        step(a_confirmPayment, r_system);
#ifndef NO_LATE_REFUND
        if
        :: !hasMoved -> askForRefund(n)
        :: else
        fi
#endif
    :: IS_OPEN(n) && chargeAnswer[n] == declined ->
        payment[n] = p_declined;
        step(a_declinePayment, r_system);
        if
        :: hasMoved -> step(a_failPayment, r_system) /* the word came too late to pay again */
        :: true
        fi
    :: IS_OPEN(n) && chargeAnswer[n] == unknown -> payment[n] = p_unknown
    fi
}

/* ---- Who acts ---- */

/* Places the order, and sends it again under its key when no answer comes. */
active proctype Customer() {
    byte tries;
    do
    :: atomic {
        tries < TRIES ->
        tries++;
        if
        :: isKeyKept
        :: else ->
            orders++;
            assert(orders == 1);
#ifndef NO_COMMAND_KEY
            isKeyKept = true;
#endif
            holdsStock = true;
            select(fulfilment : f_platformRider .. f_collection);
            chooseMethod();
            requestPayment()
        fi
    }
    :: atomic { orders > 0 -> break } /* the answer came */
    od
}

/* Whatever the table lets people do, at any moment. */
active proctype People() {
end:
    do
    :: atomic {
        orders > 0 && !IS_OVER ->
        select(wanted : 0 .. LAST_ACTION);
        select(person : r_customer .. r_operator);
        if
        :: wanted == a_change /* what is in an order is not modelled */
        :: wanted == a_settle /* nor are parts of its price */
        :: wanted == a_payAgain && isDeclined && attempts < ATTEMPTS ->
            step(wanted, person);
            if
            :: hasMoved -> chooseMethod(); requestPayment()
            :: else
            fi
        :: wanted == a_payAgain && !(isDeclined && attempts < ATTEMPTS)
        :: else -> step(wanted, person)
        fi
    }
    od
}

/* Rows, so a crash leaves them; struck out in the transaction of what they bring about. */
active proctype Timers() {
end:
    do
    :: atomic { answerTimer -> answerTimer = false; step(a_expire, r_system) }
    :: atomic {
        paymentTimer ->
        paymentTimer = false;
        if
        :: isDeclined -> step(a_failPayment, r_system)
        :: else
        fi
    }
    :: atomic { completeTimer -> completeTimer = false; step(a_autoComplete, r_system) }
    od
}

/* ChargeRunner: nothing of what it does is in a transaction, but the record. */
proctype Charges(byte n) {
end:
    do
    :: atomic {
        IS_OPEN(n) && charging[n] == unmet && (isFresh[n] || RECOVERS) ->
        charging[n] = (isFresh[n] -> toSend : toAsk);
        isFresh[n] = false
    }
    :: atomic { charging[n] == toSend && chargesOnWire[n] < ON_WIRE ->
        chargesOnWire[n]++; charging[n] = sent }
    :: atomic { charging[n] == toSend -> /* it does not leave */
        chargeAnswer[n] = unknown; charging[n] = heard }
    :: atomic { charging[n] == sent -> /* no answer in time */
        chargeAnswer[n] = unknown; charging[n] = heard }
    :: atomic {
        charging[n] == toAsk ->
#ifdef CHARGE_AGAIN
        isChargeKept[n] = false;
        charging[n] = toSend
#else
        if
        :: taken[n] > 0 -> chargeAnswer[n] = captured; charging[n] = heard
        :: isChargeKept[n] && taken[n] == 0 -> chargeAnswer[n] = declined; charging[n] = heard
        :: !isChargeKept[n] -> charging[n] = toSend /* never heard of it: under the same key */
        :: chargeAnswer[n] = unknown; charging[n] = heard
        fi
#endif
    }
    :: atomic {
        charging[n] == heard ->
        record(n);
        charging[n] = (IS_OPEN(n) -> toAsk : unmet);
        chargeAnswer[n] = unknown
    }
    od
}

/* RefundRunner: whoever does not know what became of one sends it again. */
proctype Refunds(byte n) {
end:
    do
    :: atomic { refund[n] == b_pending && refunding[n] == unmet && (crashes == 0 || RECOVERS) ->
        refunding[n] = toSend }
    :: atomic { refunding[n] == toSend && refundsOnWire[n] < ON_WIRE ->
        refundsOnWire[n]++; refunding[n] = sent }
    :: atomic { refunding[n] == sent -> refunding[n] = toSend } /* no answer in time */
    :: atomic {
        refunding[n] == heard ->
        refund[n] = b_done;
        payment[n] = p_refunded;
        refunding[n] = unmet
    }
    od
}

/* Works on what arrives, once for each key, and answers; the answer may be lost. */
proctype Provider(byte n) {
end:
    do
    :: atomic {
        chargesOnWire[n] > 0 ->
        chargesOnWire[n]--;
#ifndef NO_CHARGE_KEY
        if
        :: isChargeKept[n]
        :: else ->
#endif
            isChargeKept[n] = true;
            if
            :: taken[n]++
            :: true /* the card refuses */
            fi
#ifndef NO_CHARGE_KEY
        fi
#endif
        ;
        if
        :: charging[n] == sent ->
            chargeAnswer[n] = (taken[n] > 0 -> captured : declined);
            charging[n] = heard
        :: true
        fi
    }
    :: atomic {
        refundsOnWire[n] > 0 ->
        refundsOnWire[n]--;
#ifndef NO_REFUND_KEY
        if
        :: isRefundKept[n]
        :: else ->
#endif
            isRefundKept[n] = true;
            given[n]++
#ifndef NO_REFUND_KEY
        fi
#endif
        ;
        if
        :: refunding[n] == sent -> refunding[n] = heard
        :: true
        fi
    }
    od
}

/* kill -9, and a start: what stands in the database is all that is left. */
active proctype Crashes() {
end:
    do
    :: atomic {
        crashes < CRASHES ->
        crashes++;
        for (i : 0 .. ATTEMPTS - 1) {
            charging[i] = unmet;
            chargeAnswer[i] = unknown;
            isFresh[i] = false;
            refunding[i] = unmet
        }
    }
    od
}

/* ---- What has to hold ---- */

#define IS_SETTLED(n) (!IS_OPEN(n) && refund[n] != b_pending && \
                       chargesOnWire[n] == 0 && refundsOnWire[n] == 0)
#define IS_AT_REST (orders > 0 && IS_SETTLED(0) && IS_SETTLED(1))
#define KEPT (taken[0] + taken[1] - given[0] - given[1] + \
              (payment[0] == p_collected) + (payment[1] == p_collected))
#define IS_AT_DOOR (order == o_delivered || order == o_completed)
#define IS_ON_ITS_WAY (order == o_placed || order == o_accepted || order == o_preparing || \
                       order == o_ready || order == o_pickedUp)
/* What nobody took at the door is paid for, if it was paid before. */
#define OWED (isByCard -> (IS_AT_DOOR || IS_ON_ITS_WAY || order == o_returned) : IS_AT_DOOR)
#define IS_UNDER_WAY (delivery == d_open || delivery == d_claimed || delivery == d_pickedUp)
#define IS_RIGHT (KEPT == OWED && !(IS_OVER && holdsStock) && !(IS_OVER && IS_UNDER_WAY) && \
                  isOffered == (delivery == d_open))

/* G3, G4, rule 7 of the lifecycle. */
active proctype Auditor() {
end:
    do
    :: atomic { IS_AT_REST && !IS_RIGHT -> assert(false) }
    :: atomic { taken[0] > 1 || taken[1] > 1 || given[0] > 1 || given[1] > 1 -> assert(false) }
    od
}

/* G11: where nothing can happen any more, everything is settled. */
active proctype Stuck() {
    timeout -> assert(IS_AT_REST)
}

init {
    atomic {
        run Charges(0);
        run Charges(1);
        run Refunds(0);
        run Refunds(1);
        run Provider(0);
        run Provider(1)
    }
}
