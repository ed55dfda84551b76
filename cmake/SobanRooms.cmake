# SPDX-License-Identifier: GPL-3.0-or-later
# A room is a static library whose include roots are exactly its own and those of the rooms it links to.
# Headers are reached as "room/Header.h" through a directory of links made per room, so that an include
# of a room that is not linked does not compile, although the rooms lie side by side in the tree.

set(SOBAN_ROOM_LINKS "${CMAKE_BINARY_DIR}/rooms")

option(SOBAN_PCH "Precompile the headers that most files use" ON)

# soban_pch(NAME LINKS … HEADERS …): a library that carries a precompiled header.
function(soban_pch name)
    cmake_parse_arguments(PCH "" "" "LINKS;HEADERS" ${ARGN})
    set(_source "${CMAKE_BINARY_DIR}/pch/${name}.cpp")
    file(CONFIGURE OUTPUT "${_source}" CONTENT "// carries the precompiled header\n")
    add_library(${name} STATIC "${_source}")
    target_link_libraries(${name} PUBLIC ${PCH_LINKS})
    target_precompile_headers(${name} PRIVATE
        <QByteArray> <QDateTime> <QHash> <QList> <QObject> <QString>
        <algorithm> <functional> <memory> <optional> <utility> <variant> <vector> ${PCH_HEADERS})
endfunction()

if(SOBAN_PCH)
    soban_pch(soban_pch LINKS Qt6::Core)
    soban_pch(soban_pch_widgets LINKS Qt6::Widgets
        HEADERS <QBoxLayout> <QEvent> <QLabel> <QPainter> <QStyledItemDelegate> <QWidget>)
endif()

# soban_use_pch(TARGET [PCH]): PCH is soban_pch unless it is named.
function(soban_use_pch target)
    if(SOBAN_PCH)
        set(_pch soban_pch)
        if(ARGC GREATER 1)
            set(_pch ${ARGV1})
        endif()
        target_precompile_headers(${target} REUSE_FROM ${_pch})
    endif()
endfunction()

# The sources of a room are compiled a few at a time: what they include is most of the work, and is read
# once for each such few. Names in a file's unnamed namespace must therefore differ within the room.
option(SOBAN_UNITY "Compile the sources of a room several at a time" ON)
set(SOBAN_UNITY_SIZE 8 CACHE STRING "How many sources of a room are compiled at a time; 0 for all")

# soban_room(NAME [WINDOWS | ONE_BY_ONE] SOURCES … [LINKS …] [PRIVATE_LINKS …])
# NAME: target soban_<NAME>. The folder's own name is the one in #include "folder/File.h".
# WINDOWS: a room of widgets. ONE_BY_ONE: each of its sources is compiled by itself.
function(soban_room name)
    cmake_parse_arguments(ROOM "WINDOWS;ONE_BY_ONE" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
    get_filename_component(_folder "${CMAKE_CURRENT_SOURCE_DIR}" NAME)
    add_library(soban_${name} STATIC ${ROOM_SOURCES})
    set(_root "${SOBAN_ROOM_LINKS}/${name}")
    file(MAKE_DIRECTORY "${_root}")
    file(CREATE_LINK "${CMAKE_CURRENT_SOURCE_DIR}" "${_root}/${_folder}" SYMBOLIC)
    target_include_directories(soban_${name} PUBLIC "${_root}")
    target_link_libraries(soban_${name} PUBLIC Qt6::Core ${ROOM_LINKS} PRIVATE ${ROOM_PRIVATE_LINKS})
    if(ROOM_WINDOWS)
        soban_use_pch(soban_${name} soban_pch_widgets)
    else()
        soban_use_pch(soban_${name})
    endif()
    if(SOBAN_UNITY AND NOT ROOM_ONE_BY_ONE)
        set_target_properties(soban_${name} PROPERTIES
            UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE ${SOBAN_UNITY_SIZE})
    endif()
endfunction()

# soban_translations(TARGET TS…): compiles the words of a room into it, under :/soban/i18n.
function(soban_translations target)
    qt_add_lrelease(${target} TS_FILES ${ARGN} QM_FILES_OUTPUT_VARIABLE _qm)
    qt_add_resources(${target} ${target}_words PREFIX /soban/i18n
        BASE "${CMAKE_CURRENT_BINARY_DIR}" FILES ${_qm})
endfunction()

# soban_program(NAME SOURCES … LINKS …): an executable soban-NAME.
function(soban_program name)
    cmake_parse_arguments(PROGRAM "" "" "SOURCES;LINKS" ${ARGN})
    add_executable(${name} ${PROGRAM_SOURCES})
    target_link_libraries(${name} PRIVATE Qt6::Core ${PROGRAM_LINKS})
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
    soban_use_pch(${name})
endfunction()

# Makes the FILE.moc that a test's FILE.cpp includes at its end. CMake's AUTOMOC would cost each test a
# scan of its own and an empty file to compile: a sixth of the whole build.
function(soban_test_moc name source)
    get_filename_component(_class "${source}" NAME_WE)
    set(_folder "${CMAKE_CURRENT_BINARY_DIR}/${name}_moc")
    file(MAKE_DIRECTORY "${_folder}")
    qt_generate_moc("${source}" "${_folder}/${_class}.moc" TARGET ${name})
    target_sources(${name} PRIVATE "${_folder}/${_class}.moc")
    target_include_directories(${name} PRIVATE "${_folder}")
endfunction()

# One run of a test's executable, with something more in its environment. A macro: it sees what
# soban_test was told.
macro(soban_test_run run executable environment)
    add_test(NAME ${run} COMMAND ${executable})
    set_tests_properties(${run} PROPERTIES TIMEOUT ${TEST_TIMEOUT} LABELS "${TEST_LABELS}"
        ENVIRONMENT
        "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=UTC;PULSE_SERVER=unix:/nonexistent/native;${environment}")
endmacro()

# soban_test(NAME SOURCES … LINKS … [LABELS …] [TIMEOUT s] [PROGRAMS …] [BOTH_ENGINES]): a QtTest executable run by ctest.
# A class with Q_OBJECT stands in a source Tst*.cpp, or in a library that the test links to.
# PROGRAMS: executables that the test starts; they are built before it. No test sees a sound server of
# the person's, nor has one started for it, which would stay.
# BOTH_ENGINES: runs on SQLite, and once more as NAMEPostgres on PostgreSQL ("support/TestDatabase.h").
function(soban_test name)
    cmake_parse_arguments(TEST "BOTH_ENGINES" "TIMEOUT" "SOURCES;LINKS;LABELS;PROGRAMS" ${ARGN})
    if(NOT TEST_TIMEOUT)
        set(TEST_TIMEOUT 120)
    endif()
    add_executable(${name} ${TEST_SOURCES})
    target_link_libraries(${name} PRIVATE Qt6::Core Qt6::Test ${TEST_LINKS})
    target_compile_definitions(${name} PRIVATE
        SOBAN_SOURCE_DIR="${CMAKE_SOURCE_DIR}" SOBAN_BIN_DIR="${CMAKE_BINARY_DIR}/bin")
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests-bin")
    soban_use_pch(${name})
    set_target_properties(${name} PROPERTIES AUTOMOC OFF)
    foreach(_source IN LISTS TEST_SOURCES)
        if(_source MATCHES "Tst[^/]*[.]cpp$")
            soban_test_moc(${name} "${_source}")
        endif()
    endforeach()
    if(TEST_PROGRAMS)
        add_dependencies(${name} ${TEST_PROGRAMS})
    endif()
    soban_test_run(${name} ${name} "")
    if(TEST_BOTH_ENGINES)
        soban_test_run(${name}Postgres ${name} "SOBAN_TEST_DATABASE=postgres")
    endif()
endfunction()
