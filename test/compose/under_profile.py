"""under_profile.py PROFILE COMMAND…: carries a command out as a container of docker-compose.yml would.

That is: with the profile of system calls, without capabilities, without the way to new ones, and as a user who is not root.
Ends with 77 where libseccomp is missing. Numbers are those of <linux/prctl.h>, <linux/seccomp.h> and <seccomp.h>.
"""
import ctypes
import json
import os
import sys

try:
    seccomp = ctypes.CDLL("libseccomp.so.2")
except OSError:
    sys.exit(77)
libc = ctypes.CDLL(None)


class Comparison(ctypes.Structure):
    _fields_ = [("arg", ctypes.c_uint), ("op", ctypes.c_int), ("a", ctypes.c_uint64), ("b", ctypes.c_uint64)]


OPERATORS = {"SCMP_CMP_EQ": 4, "SCMP_CMP_GE": 5}
ALLOW, ERRNO = 0x7FFF0000, 0x00050000
UNKNOWN = -1

seccomp.seccomp_init.restype = ctypes.c_void_p
seccomp.seccomp_init.argtypes = [ctypes.c_uint32]
seccomp.seccomp_load.argtypes = [ctypes.c_void_p]
seccomp.seccomp_rule_add_array.argtypes = [
    ctypes.c_void_p, ctypes.c_uint32, ctypes.c_int, ctypes.c_uint, ctypes.POINTER(Comparison),
]

with open(sys.argv[1], encoding="utf-8") as file:
    profile = json.load(file)
assert profile["defaultAction"] == "SCMP_ACT_ALLOW"
context = seccomp.seccomp_init(ALLOW)
for rule in profile["syscalls"]:
    assert rule["action"] == "SCMP_ACT_ERRNO"
    when = [Comparison(arg["index"], OPERATORS[arg["op"]], arg["value"], 0) for arg in rule.get("args", [])]
    for name in rule["names"]:
        number = seccomp.seccomp_syscall_resolve_name(name.encode())
        if number == UNKNOWN:
            sys.exit(f"no system call is called {name}")
        # Negative numbers are calls that this kind of processor does not have.
        if number >= 0:
            added = seccomp.seccomp_rule_add_array(
                context, ERRNO | rule["errnoRet"], number, len(when), (Comparison * max(1, len(when)))(*when)
            )
            assert added == 0, (name, added)

libc.prctl(38, 1, 0, 0, 0)  # PR_SET_NO_NEW_PRIVS
if os.getuid() == 0:
    for capability in range(64):
        libc.prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP
    os.setgroups([])
    os.setresgid(65534, 65534, 65534)
    os.setresuid(65534, 65534, 65534)
assert seccomp.seccomp_load(context) == 0
os.execvp(sys.argv[2], sys.argv[2:])
