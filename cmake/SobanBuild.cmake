# SPDX-License-Identifier: GPL-3.0-or-later
# How everything is compiled: language, warnings, optimisation, linker, caches and sanitizers.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE Dev CACHE STRING "Dev, Release or Debug" FORCE)
endif()
# Light optimisation and line tables only: half the build time of -O2 -g, and stack traces stay useful.
set(CMAKE_CXX_FLAGS_DEV "-O1 -g1")

# The warnings of Debian 12's compiler are all mended; what a newer one adds shall stop nobody's build.
set(warnings_are_known OFF)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    set(warnings_are_known ON)
endif()
option(SOBAN_WERROR "Treat warnings as errors" ${warnings_are_known})
set(SOBAN_SANITIZE "" CACHE STRING "Sanitizers, as for -fsanitize= (for example address,undefined)")

add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # gcc 12 takes the inside of every empty std::optional for read.
    add_compile_options(-Wno-maybe-uninitialized)
endif()
if(SOBAN_WERROR)
    add_compile_options(-Werror)
endif()
if(SOBAN_SANITIZE)
    add_compile_options(-fsanitize=${SOBAN_SANITIZE} -fno-omit-frame-pointer)
    add_link_options(-fsanitize=${SOBAN_SANITIZE})
    if(SOBAN_SANITIZE MATCHES "undefined")
        # Qt is not instrumented, so its vtables carry no type information to check against.
        add_compile_options(-fno-sanitize=vptr -fno-sanitize-recover=undefined)
    endif()
endif()

add_compile_definitions(
    QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_CAST_TO_ASCII
    QT_NO_URL_CAST_FROM_STRING
    QT_NO_FOREACH
    QT_USE_QSTRINGBUILDER
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    SOBAN_VERSION="${PROJECT_VERSION}")

find_program(SOBAN_LLD NAMES ld.lld ld.lld-14)
if(SOBAN_LLD)
    get_filename_component(_lld_name "${SOBAN_LLD}" NAME)
    if(_lld_name STREQUAL "ld.lld")
        add_link_options(-fuse-ld=lld)
    endif()
endif()
find_program(SOBAN_CCACHE ccache)
if(SOBAN_CCACHE)
    # Precompiled headers carry time stamps that ccache must be told to overlook.
    set(CMAKE_CXX_COMPILER_LAUNCHER
        ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${SOBAN_CCACHE})
endif()
