import type { Fault } from '../../src/core/fault.ts'
import type { RunSettings } from '../../src/sandbox/sandbox.ts'

/** What of this machine an attack is after: planted for it, and looked at afterwards. */
export type Host = {
  /** Files with a secret in them: in the home, in another run's folder, in the temporary folder. */
  secrets: readonly string[]
  /** A folder that nobody may write to. */
  outside: string
  /** A server on loopback. */
  port: number
  /** Sockets that listen: one with a path, one without. */
  socketPath: string
  abstractName: string
}

export type Attack = {
  name: string
  /** Python; what it gains it says in a line that begins with "gained". */
  code: (host: Host) => string
  /** How the program must end: with nothing gained, or killed for this. */
  ends?: Fault['kind']
  settings?: Partial<RunSettings>
}

const py = JSON.stringify

/** `attempt` tries one thing, and says when it worked; `libc` calls, and raises where the system refuses. */
const prelude = `import ctypes, os, signal, socket, subprocess, sys, time
def attempt(name, act):
    try:
        act()
    except Exception:
        return
    print("gained", name, flush=True)
_libc = ctypes.CDLL(None, use_errno=True)
def libc(name, *args):
    if getattr(_libc, name)(*args) < 0:
        raise OSError(ctypes.get_errno(), name)
def syscall(number, *args):
    if _libc.syscall(number, *args) < 0:
        raise OSError(ctypes.get_errno(), "syscall")
`

const readable: (host: Host) => string = ({ secrets }) => `
for path in ${py(secrets)}:
    for before in ["", "/proc/self/root", "/proc/1/root", "/proc/self/cwd/..", "/lab/../..", "/proc/1/cwd"]:
        attempt("a secret at " + before + path, lambda: open(before + path).read())
for path in ["/etc/shadow", "/etc/ssh", "/home", "/var/lib", "/run/secrets", "/proc/kcore", "/proc/kmsg", "/boot", "/mnt"]:
    attempt(path, lambda: os.listdir(path) if os.path.isdir(path) else open(path, "rb").read(1) or 1 / 0)`

const table: readonly Attack[] = [
  { name: 'reading the home, other runs and the system, by every road', code: readable },
  {
    name: 'finding secrets in the environment or the command line of any process',
    code: () => `
import glob
for path in glob.glob("/proc/*/environ") + glob.glob("/proc/*/cmdline") + glob.glob("/proc/*/task/*/environ"):
    try: text = open(path, "rb").read()
    except OSError: continue
    if b"swordfish" in text: print("gained", path)
if "swordfish" in str(os.environ): print("gained os.environ")`,
  },
  {
    name: 'writing outside through symbolic links, hard links and renames',
    code: ({ outside, secrets }) => `
os.symlink(${py(outside)}, "away")
attempt("a write behind a link", lambda: open("away/made", "w"))
for path in ${py(secrets)} + ["/usr/bin/env", "/proc/self/exe", "/etc/ld.so.cache", "/lab/../etc/passwd"]:
    attempt("a hard link to " + path, lambda: os.link(path, "linked"))
attempt("another name for /lab", lambda: os.rename("/lab", "/usr/lab"))
attempt("a mount gone", lambda: libc("umount2", b"/lab/result.json", 2))
attempt("a mount that can be written to", lambda: libc("mount", None, b"/", None, 32 | 4096, None))
attempt("another root", lambda: os.chroot("/lab"))
attempt("a mount", lambda: libc("mount", b"none", b"/tmp", b"tmpfs", 0, None))`,
  },
  {
    name: 'reaching this machine or any other over the network',
    code: ({ port }) => `
import threading
def reach(family, kind, address):
    with socket.socket(family, kind) as s:
        s.settimeout(2)
        s.connect(address)
        s.send(b"x")
for address in [("127.0.0.1", ${port}), ("0.0.0.0", ${port}), ("169.254.169.254", 80), ("93.184.216.34", 80)]:
    attempt(address, lambda: reach(socket.AF_INET, socket.SOCK_STREAM, address))
attempt("::1", lambda: reach(socket.AF_INET6, socket.SOCK_STREAM, ("::1", ${port})))
attempt("a datagram", lambda: reach(socket.AF_INET, socket.SOCK_DGRAM, ("93.184.216.34", 53)))
attempt("a name", lambda: socket.getaddrinfo("example.org", 80))
attempt("a raw socket", lambda: socket.socket(socket.AF_INET, socket.SOCK_RAW, 1))
attempt("a packet socket", lambda: socket.socket(socket.AF_PACKET, socket.SOCK_RAW))`,
  },
  {
    name: 'speaking to sockets of this machine',
    code: ({ socketPath, abstractName }) => `
def speak(address):
    with socket.socket(socket.AF_UNIX) as s:
        s.connect(address)
        s.send(b"x")
for address in [${py(socketPath)}, "\\0" + ${py(abstractName)}, "/run/dbus/system_bus_socket", "/var/run/docker.sock", "/run/systemd/private"]:
    attempt(address, lambda: speak(address))`,
  },
  {
    name: 'changing the kernel through /proc and /sys, or reading of it',
    code: () => `
for path in ["/proc/sysrq-trigger", "/proc/sys/kernel/core_pattern", "/proc/sys/kernel/hostname", "/proc/sys/vm/overcommit_memory",
             "/proc/sys/net/ipv4/ip_forward", "/sys/kernel/uevent_helper", "/sys/fs/cgroup/cgroup.procs", "/proc/irq/default_smp_affinity"]:
    # Opened, never written to.
    attempt("to write to " + path, lambda: os.close(os.open(path, os.O_WRONLY)))
for pid in ["1", "self"]:
    attempt("a lower score for the end of memory", lambda: os.write(os.open(f"/proc/{pid}/oom_score_adj", os.O_WRONLY), b"-1000"))
attempt("the kernel's log", lambda: libc("klogctl", 3, ctypes.create_string_buffer(100), 100))
attempt("a better priority", lambda: os.nice(-5))
attempt("a real-time priority", lambda: os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1)))
attempt("the clock", lambda: time.clock_settime(time.CLOCK_REALTIME, time.time()))
attempt("the name of the machine", lambda: socket.sethostname("taken"))`,
  },
  {
    name: 'seeing, stopping or reading processes of this machine',
    code: () => `
mine = {int(name) for name in os.listdir("/proc") if name.isdigit()}
if len(mine) > 8: print("gained sight of", len(mine), "processes")
for pid in range(1, 40000):
    if pid in mine: continue
    try:
        os.kill(pid, signal.SIGKILL)
        print("gained the end of", pid)
    except OSError: pass
for pid in mine - {os.getpid()}:
    attempt("memory of " + open(f"/proc/{pid}/comm").read(), lambda: pid in (1, 2) and open(f"/proc/{pid}/root/etc/shadow").read() or 1 / 0)
try: os.kill(-1, signal.SIGTERM)
except OSError: pass`,
  },
  {
    name: 'making or opening devices',
    code: () => `
import stat
for kind, major, minor in [(stat.S_IFCHR, 1, 1), (stat.S_IFBLK, 8, 0), (stat.S_IFBLK, 254, 0), (stat.S_IFCHR, 10, 232)]:
    for folder in ["/lab", "/tmp", "/dev/shm"]:
        attempt("a device", lambda: os.mknod(f"{folder}/device", kind | 0o666, os.makedev(major, minor)))
for name in ["sda", "vda", "nvme0n1", "loop0", "kmsg", "mem", "port", "kvm", "fuse", "net/tun", "vhost-vsock", "mapper/control", "console", "input/event0"]:
    attempt("/dev/" + name, lambda: os.close(os.open("/dev/" + name, os.O_RDONLY)))
known = {"console", "core", "fd", "full", "null", "ptmx", "pts", "random", "shm", "stderr", "stdin", "stdout", "tty", "urandom", "zero", "mqueue"}
for name in set(os.listdir("/dev")) - known: print("gained /dev/" + name)`,
  },
  {
    name: 'becoming root',
    code: () => `
attempt("root", lambda: os.setuid(0) or os.geteuid() == 0 or 1 / 0) if os.geteuid() != 0 else print("gained root")
attempt("another user", lambda: os.setresuid(1, 1, 1))
attempt("groups", lambda: os.setgroups([0]))
status = dict(line.split(":\\t", 1) for line in open("/proc/self/status").read().splitlines() if ":\\t" in line)
for name in ["CapEff", "CapPrm", "CapInh", "CapAmb"]:
    if int(status[name], 16): print("gained", name, status[name])
if status["NoNewPrivs"].strip() != "1": print("gained new privileges by starting programs")
for command in [["su", "-c", "true"], ["sudo", "-n", "true"], ["mount", "-t", "tmpfs", "none", "/tmp"], ["newuidmap"], ["pkexec", "true"]]:
    attempt(command[0], lambda: subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=5, check=True))`,
  },
  {
    name: 'putting words into a terminal',
    code: () => `
import fcntl, glob, termios
fcntl_all = [0, 1, 2]
for path in ["/dev/tty", "/dev/console"] + glob.glob("/dev/pts/[0-9]*"):
    try: fcntl_all.append(os.open(path, os.O_RDWR | os.O_NOCTTY))
    except OSError: pass
for fd in fcntl_all:
    attempt("a letter typed", lambda: fcntl.ioctl(fd, termios.TIOCSTI, b"x"))
    attempt("a selection", lambda: fcntl.ioctl(fd, 0x541C, b"\\x02"))
    if os.isatty(fd): print("gained a terminal")`,
  },
  {
    name: 'namespaces and other roads into the kernel',
    code: () => `
for flag in [0x10000000, 0x00020000, 0x40000000, 0x20000000, 0x10020000]:
    pid = os.fork()
    if pid == 0:
        attempt(f"namespaces {flag:x}", lambda: libc("unshare", flag))
        os._exit(0)
    os.waitpid(pid, 0)
attempt("a namespace by unshare", lambda: subprocess.run(["unshare", "-Ur", "true"], stderr=subprocess.DEVNULL, timeout=5, check=True))
for name in os.listdir("/proc/1/ns"):
    attempt("the namespace " + name, lambda: name not in ("user",) and libc("setns", os.open("/proc/1/ns/" + name, os.O_RDONLY), 0) or 1 / 0) if name == "mnt" else None`,
  },
  {
    name: 'memory, in many processes that are each small enough',
    code: () => `
for _ in range(20):
    if os.fork() == 0:
        held = b"x" * 80_000_000
        time.sleep(60)
time.sleep(60)`,
    ends: 'limit',
    settings: { memoryMiB: 160 },
  },
  {
    name: 'memory that is mapped nowhere',
    code: () => `
held = []
for n in range(20):
    held.append(os.memfd_create(str(n)))
    for _ in range(100): os.write(held[-1], b"x" * 1_000_000)
time.sleep(60)`,
    ends: 'limit',
    settings: { memoryMiB: 160 },
  },
  {
    name: 'filling the disk with files that have no name',
    code: () => `
held = []
for n in range(20):
    held.append(open(f"f{n}", "wb"))
    os.remove(f"f{n}")
    for _ in range(100): held[-1].write(b"x" * 1_000_000)
time.sleep(60)`,
    ends: 'limit',
    settings: { memoryMiB: 160 },
  },
  {
    name: 'filling the disk with large files',
    code: () => `
n = 0
while True:
    with open(f"f{n}", "wb") as file:
        for _ in range(200): file.write(b"x" * 1_000_000)
    n += 1
    if n == 8: time.sleep(60)`,
    ends: 'limit',
  },
  {
    name: 'filling what is memory: /tmp and /dev/shm',
    code: () => `
for folder in ["/tmp", "/dev/shm"]:
    written = 0
    try:
        with open(folder + "/f", "wb", buffering=0) as file:
            while written < 2_000_000_000: written += file.write(b"x" * 1_000_000)
    except OSError: pass
    if written > 100_000_000: print("gained", written, "bytes of", folder)`,
  },
  {
    name: 'huge files with holes',
    code: () => `
attempt("a file of a terabyte", lambda: os.truncate(os.open("huge", os.O_CREAT | os.O_WRONLY), 10**12))
attempt("space set aside", lambda: os.posix_fallocate(os.open("aside", os.O_CREAT | os.O_WRONLY), 0, 10**10))
for n in range(4):
    with open(f"hole{n}", "wb") as file: file.truncate(200_000_000)`,
    ends: 'limit',
  },
  {
    name: 'files, locks and processes without end',
    code: () => `
opened = []
try:
    while len(opened) < 100_000: opened.append(os.open("/dev/null", os.O_RDONLY))
    print("gained", len(opened), "open files")
except OSError: pass
for fd in opened: os.close(fd)
made = 0
try:
    for _ in range(2000):
        if os.fork() == 0: time.sleep(60)
        made += 1
    print("gained", made, "processes")
except OSError: pass`,
  },
  { name: 'a hundred megabytes of output', code: () => 'for _ in range(100): os.write(1, b"x" * 999_999 + b"\\n")' },
  {
    name: 'burning processor time on every core beyond the time limit',
    code: () => `
signal.signal(signal.SIGXCPU, signal.SIG_IGN)
signal.signal(signal.SIGTERM, signal.SIG_IGN)
for _ in range(3):
    if os.fork() == 0: os.setsid()
while True: pass`,
    ends: 'timeout',
    settings: { seconds: 1.5 },
  },
  {
    name: 'leaving a file that makes who starts it its owner',
    code: () => `
import shutil
shutil.copy("/usr/bin/env", "trap")
os.chmod("trap", 0o6755)
os.mkdir("shut")
shutil.copy("/usr/bin/env", "shut/trap")
os.chmod("shut/trap", 0o4711)
os.chmod("shut", 0o100)
open("unreadable", "w").close()
os.chmod("unreadable", 0)`,
  },
]

export const attacks: readonly Attack[] = table.map((attack) => ({ ...attack, code: (host) => `${prelude}${attack.code(host)}\n` }))
