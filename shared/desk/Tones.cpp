// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/Tones.h"

#include <QtEndian>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <span>

namespace soban::desk {

namespace {

/// A part of a struck body's tone.
struct Partial {
    double ratio; ///< to the fundamental
    double share;
    double decay; ///< seconds in which it falls to a third or so
};

/// A small hung bell: its overtones stand apart and ring long.
constexpr std::array kBell{Partial{0.5, 0.16, 0.60}, Partial{1.0, 1.0, 0.42},
                           Partial{2.0, 0.34, 0.26}, Partial{2.74, 0.20, 0.16},
                           Partial{5.41, 0.06, 0.06}};
/// A bar of wood, tuned as those of a marimba: short, its overtones gone at once.
constexpr std::array kWood{Partial{1.0, 1.0, 0.13}, Partial{3.93, 0.26, 0.045},
                           Partial{9.24, 0.08, 0.018}};

struct Strike {
    double atS;
    double hertz;
    double loudness;
    bool isBell;
};

struct Tune {
    std::span<const Strike> strikes;
    double lengthS;
    double peak; ///< how loud the whole is
};

constexpr double kD4 = 293.66, kG4 = 392.00, kA4 = 440.00, kC5 = 523.25, kD5 = 587.33, kE5 = 659.26,
                 kG5 = 783.99, kA5 = 880.00, kC6 = 1046.50, kD6 = 1174.66;

// All of one pentatonic scale, so that sounds that meet do not clash.
constexpr std::array kNewOrder{Strike{0.00, kG5, 0.9, true}, Strike{0.17, kC6, 0.9, true},
                               Strike{0.34, kD6, 1.0, true}, Strike{0.85, kG5, 0.6, true},
                               Strike{1.02, kD6, 0.7, true}};
constexpr std::array kChanged{Strike{0.00, kA4, 1.0, false}, Strike{0.14, kA4, 0.8, false},
                              Strike{0.34, kE5, 1.0, true}};
constexpr std::array kCancelled{Strike{0.00, kA4, 1.0, false}, Strike{0.02, kA5, 0.4, true},
                                Strike{0.26, kG4, 0.9, false}, Strike{0.52, kD4, 1.0, false}};
constexpr std::array kOffer{Strike{0.00, kC5, 0.7, false}, Strike{0.12, kG5, 0.9, true},
                            Strike{0.28, kC6, 1.0, true}};
constexpr std::array kMessage{Strike{0.00, kA5, 1.0, true}};
constexpr std::array kStep{Strike{0.00, kD5, 1.0, false}, Strike{0.11, kG5, 0.8, false}};

Tune tuneOf(SoundKind kind) {
    switch (kind) {
    case SoundKind::NewOrder:
        return {kNewOrder, 3.2, 0.80};
    case SoundKind::TicketChanged:
        return {kChanged, 1.8, 0.70};
    case SoundKind::Cancelled:
        return {kCancelled, 1.6, 0.70};
    case SoundKind::Offer:
        return {kOffer, 1.8, 0.65};
    case SoundKind::Message:
        return {kMessage, 1.5, 0.45};
    case SoundKind::Step:
        return {kStep, 0.7, 0.40};
    }
    Q_UNREACHABLE();
    return {};
}

/// Swells for a moment instead of clicking.
double attack(double t, double spanS) {
    return t >= spanS ? 1.0 : 0.5 - 0.5 * std::cos(std::numbers::pi * t / spanS);
}

void add(std::vector<float> &samples, const Strike &strike) {
    const std::span<const Partial> partials =
        strike.isBell ? std::span<const Partial>(kBell) : std::span<const Partial>(kWood);
    const double attackS = strike.isBell ? 0.006 : 0.003;
    const auto first = std::size_t(strike.atS * kSampleRate);
    for (std::size_t i = first; i < samples.size(); ++i) {
        const double t = double(i - first) / kSampleRate;
        double value = 0;
        for (const Partial &partial : partials) {
            value += partial.share * std::exp(-t / partial.decay) *
                     std::sin(2 * std::numbers::pi * strike.hertz * partial.ratio * t);
        }
        samples[i] += float(strike.loudness * attack(t, attackS) * value);
    }
}

/// Ends in silence, whatever still rings, and peaks at `peak`.
void finish(std::vector<float> &samples, double peak) {
    const std::size_t fade = kSampleRate / 20;
    for (std::size_t i = 0; i < fade; ++i)
        samples[samples.size() - 1 - i] *= float(i) / float(fade);
    float loudest = 0;
    for (const float sample : samples)
        loudest = std::max(loudest, std::abs(sample));
    for (float &sample : samples)
        sample *= float(peak) / loudest;
}

template <typename Number>
void put(QByteArray &bytes, Number number) {
    const Number little = qToLittleEndian(number);
    bytes.append(reinterpret_cast<const char *>(&little), sizeof little);
}

} // namespace

std::vector<float> samplesOf(SoundKind kind) {
    const Tune tune = tuneOf(kind);
    std::vector<float> samples(std::size_t(tune.lengthS * kSampleRate));
    for (const Strike &strike : tune.strikes)
        add(samples, strike);
    finish(samples, tune.peak);
    return samples;
}

QByteArray wavOf(SoundKind kind) {
    constexpr quint16 kPcm = 1, kChannels = 1, kBytesPerSample = 2;
    const std::vector<float> samples = samplesOf(kind);
    const auto dataBytes = quint32(samples.size() * kBytesPerSample);
    QByteArray wav("RIFF");
    put(wav, quint32(36 + dataBytes));
    wav.append("WAVEfmt ");
    put(wav, quint32(16));
    put(wav, kPcm);
    put(wav, kChannels);
    put(wav, quint32(kSampleRate));
    put(wav, quint32(kSampleRate * kBytesPerSample));
    put(wav, kBytesPerSample);
    put(wav, quint16(8 * kBytesPerSample));
    wav.append("data");
    put(wav, dataBytes);
    for (const float sample : samples)
        put(wav, qint16(std::lround(sample * 32'767)));
    return wav;
}

} // namespace soban::desk
