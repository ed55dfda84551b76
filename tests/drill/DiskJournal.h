// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>

// What the shim in front of the server's files (DiskShim.cpp, which knows no Qt) and the drill have
// to say to each other.
namespace soban::drill {

/// What became of a file; each is a record of the journal, in the order in which it was done.
enum class DiskOp : std::uint32_t {
    Write,
    Truncate,
    Sync,       ///< what was written to the file before is on the disk
    SyncFailed, ///< what was not on the disk yet may never come there
    Remove,
    SyncFolder, ///< what files there are is on the disk
};

/// Begins a record. The file's name follows, then the bytes that were written.
struct DiskRecordHead {
    DiskOp op;
    std::uint32_t nameBytes;
    std::uint64_t inode;  ///< of the file: a name that was removed and made again is another one
    std::uint64_t offset; ///< of a write; of a truncation the new size
    std::uint64_t dataBytes;
};

/// What is wrong with the disk.
enum class DiskFault : std::uint32_t {
    None,
    Full,       ///< ENOSPC for what would make a file longer
    WritesFail, ///< EIO for all that is written
    SyncsFail,  ///< EIO when it shall be made durable
};

/// A file that both sides have in their memory.
struct DiskSwitch {
    std::atomic<DiskFault> fault = DiskFault::None;
};
static_assert(std::atomic<DiskFault>::is_always_lock_free, "it is shared between processes");

// The shim is told by the environment: the folder whose files are on the disk, the file to write
// the journal to, and, if there are to be faults, the file of the switch.
constexpr auto kFolderVariable = "SOBAN_DRILL_FOLDER";
constexpr auto kJournalVariable = "SOBAN_DRILL_JOURNAL";
constexpr auto kSwitchVariable = "SOBAN_DRILL_SWITCH";
/// Set to anything: SQLite syncs as little as with `synchronous = NORMAL`.
constexpr auto kNormalVariable = "SOBAN_DRILL_NORMAL";

} // namespace soban::drill
