// SPDX-License-Identifier: GPL-3.0-or-later
// Preloaded into an unmodified soban-server: writes down what SQLite does to the files of one
// folder and when it syncs them, and fails on demand. What is written goes to the files all the
// same, as it would to the kernel's memory; what of it the disk has is worked out from the journal
// (Disk.h).
#include "drill/DiskJournal.h"

#include <cerrno>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

#include <array>
#include <climits>
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

struct sqlite3;
struct sqlite3_stmt;

namespace {

using namespace soban::drill;

struct File {
    std::string name; ///< in the folder; empty: the folder itself
    std::uint64_t inode;
    std::uint64_t size;

    bool isFolder() const { return name.empty(); }
    /// SQLite's shared index of the log is memory in the shape of a file: it is made anew after a
    /// cut. On a full disk it cannot grow either.
    bool isMemory() const { return name.ends_with("-shm"); }
};

std::string variable(const char *name) {
    const char *value = std::getenv(name);
    return value ? value : "";
}

int openJournal() {
    const std::string path = variable(kJournalVariable);
    return ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

DiskSwitch *mapSwitch() {
    const int descriptor = ::open(variable(kSwitchVariable).c_str(), O_RDWR | O_CLOEXEC);
    if (descriptor < 0)
        return nullptr;
    void *memory =
        ::mmap(nullptr, sizeof(DiskSwitch), PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
    ::close(descriptor);
    return memory == MAP_FAILED ? nullptr : static_cast<DiskSwitch *>(memory);
}

class Shim {
public:
    /// What a descriptor stands for, if that is on the disk.
    std::optional<File> fileOf(int descriptor) const {
        const std::string link = "/proc/self/fd/" + std::to_string(descriptor);
        std::array<char, PATH_MAX> path{};
        const ssize_t length = ::readlink(link.c_str(), path.data(), path.size());
        const auto name =
            nameOf(std::string_view(path.data(), length > 0 ? std::size_t(length) : 0));
        struct stat facts {};
        if (!name || ::fstat(descriptor, &facts) != 0)
            return std::nullopt;
        return File{*name, facts.st_ino, std::uint64_t(facts.st_size)};
    }

    std::optional<std::string> nameOf(std::string_view path) const {
        if (m_folder.empty() || !path.starts_with(m_folder))
            return std::nullopt;
        const std::string_view rest = path.substr(m_folder.size());
        if (rest.empty())
            return std::string();
        return rest.front() == '/' ? std::optional(std::string(rest.substr(1))) : std::nullopt;
    }

    void record(DiskOp op, const File &file, std::uint64_t offset = 0,
                std::string_view data = {}) const {
        if (file.isMemory())
            return;
        DiskRecordHead head{op, std::uint32_t(file.name.size()), file.inode, offset, data.size()};
        // One call, so that the records of several threads do not mix.
        const std::array<iovec, 3> parts{
            iovec{&head, sizeof head},
            iovec{const_cast<char *>(file.name.data()), file.name.size()},
            iovec{const_cast<char *>(data.data()), data.size()}};
        const auto bytes = ssize_t(sizeof head + file.name.size() + data.size());
        if (::writev(m_journal, parts.data(), int(parts.size())) != bytes)
            std::abort(); // a journal with a hole proves nothing
    }

    /// The error of a write up to `end`, or 0.
    int writeError(const File &file, std::uint64_t end) const {
        if (fault() == DiskFault::WritesFail)
            return EIO;
        return fault() == DiskFault::Full && end > file.size ? ENOSPC : 0;
    }
    int syncError() const { return fault() == DiskFault::SyncsFail ? EIO : 0; }

private:
    DiskFault fault() const { return m_switch ? m_switch->fault.load() : DiskFault::None; }

    const std::string m_folder = variable(kFolderVariable);
    const int m_journal = openJournal();
    DiskSwitch *const m_switch = mapSwitch();
};

const Shim &shim() {
    static const Shim shim;
    return shim;
}

template <typename Function>
Function nextOf(const char *name) {
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

int fail(int error) {
    errno = error;
    return -1;
}

int synced(int descriptor, int (*next)(int)) {
    const auto file = shim().fileOf(descriptor);
    if (!file)
        return next(descriptor);
    if (const int error = shim().syncError()) {
        if (!file->isFolder())
            shim().record(DiskOp::SyncFailed, *file);
        return fail(error);
    }
    const int result = next(descriptor);
    if (result == 0)
        shim().record(file->isFolder() ? DiskOp::SyncFolder : DiskOp::Sync, *file);
    return result;
}

} // namespace

extern "C" {

ssize_t pwrite64(int descriptor, const void *data, size_t size, off64_t offset) {
    static const auto next = nextOf<decltype(&pwrite64)>("pwrite64");
    if (const auto file = shim().fileOf(descriptor)) {
        if (const int error = shim().writeError(*file, std::uint64_t(offset) + size))
            return fail(error);
        shim().record(DiskOp::Write, *file, std::uint64_t(offset),
                      {static_cast<const char *>(data), size});
    }
    return next(descriptor, data, size, offset);
}

int ftruncate64(int descriptor, off64_t size) noexcept {
    static const auto next = nextOf<int (*)(int, off64_t)>("ftruncate64");
    if (const auto file = shim().fileOf(descriptor)) {
        if (const int error = shim().writeError(*file, std::uint64_t(size)))
            return fail(error);
        shim().record(DiskOp::Truncate, *file, std::uint64_t(size));
    }
    return next(descriptor, size);
}

int fdatasync(int descriptor) {
    static const auto next = nextOf<int (*)(int)>("fdatasync");
    return synced(descriptor, next);
}

int fsync(int descriptor) {
    static const auto next = nextOf<int (*)(int)>("fsync");
    return synced(descriptor, next);
}

int unlink(const char *path) noexcept {
    static const auto next = nextOf<int (*)(const char *)>("unlink");
    const int result = next(path);
    const auto name = shim().nameOf(path);
    if (result == 0 && name)
        shim().record(DiskOp::Remove, {*name, 0, 0});
    return result;
}

/// How QtSql's driver has statements prepared. This is where a drill makes the server what it must
/// not be.
int sqlite3_prepare16_v2(sqlite3 *database, const void *sql, int bytes, sqlite3_stmt **statement,
                         const void **tail) {
    // The driver is a plugin, so its library is not among those that RTLD_NEXT looks through.
    static const auto next = reinterpret_cast<decltype(&sqlite3_prepare16_v2)>(
        ::dlsym(::dlopen("libsqlite3.so.0", RTLD_LAZY | RTLD_NOLOAD), "sqlite3_prepare16_v2"));
    constexpr std::u16string_view kFull = u"PRAGMA synchronous = FULL";
    const bool isFull = std::u16string_view(static_cast<const char16_t *>(sql)) == kFull;
    if (isFull && std::getenv(kNormalVariable))
        return next(database, u"PRAGMA synchronous = NORMAL", -1, statement, tail);
    return next(database, sql, bytes, statement, tail);
}

} // extern "C"
