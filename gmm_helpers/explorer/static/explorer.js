// Made from ../javascript/ by `make bundle`: never edit this file.
const module={exports:{}};
function theBundle(module){
"use strict";var on=Object.defineProperty;var Ga=Object.getOwnPropertyDescriptor;var Ua=Object.getOwnPropertyNames;var Ha=Object.prototype.hasOwnProperty;var Ja=(n,t)=>{for(var e in t)on(n,e,{get:t[e],enumerable:!0})},Da=(n,t,e,s)=>{if(t&&typeof t=="object"||typeof t==
"function")for(let o of Ua(t))!Ha.call(n,o)&&o!==e&&on(n,o,{get:()=>t[o],enumerable:!(s=Ga(t,o))||s.enumerable});
return n};var Ya=n=>Da(on({},"__esModule",{value:!0}),n);var Qu={};Ja(Qu,{default:()=>Yu,open:()=>qa,serve:()=>Ka});module.exports=Ya(Qu);function go(n){if(n.length===0)return[];let t=[0,1].map(e=>{let s=n.map(a=>a[e]),o=s.reduce((a,l)=>Math.min(a,
l)),i=s.reduce((a,l)=>Math.max(a,l)),r=i-o||Math.abs(i)||1;return 3-Math.floor(Math.log10(r))});return n.map(e=>e.
map((s,o)=>Qa(s,t[o])))}function Qa(n,t){let s=Math.floor(Math.log10(Math.abs(n)||1))+1+t;return s<1?0:Number(
n.toPrecision(Math.min(s,17)))}var O="own start",A="own points",Nt=Object.freeze({data:"original",n_components:3,seed:0,start:"identity",reg_covar:1e-6,
own_start:[],own_points:[]}),xe=["data","n_components","seed","start","reg_covar","own_start","own_points"],wo=new WeakMap;
function Xt({data:n,own_points:t}){if(n!==A)return n;let e=wo.get(t)??JSON.stringify(t);return wo.set(t,e),`${n}\
 ${e}`}function yo(n){let t=n.start===O?n.own_start:0;return JSON.stringify([Xt(n),n.n_components,n.start,n.reg_covar,
t])}function I(n){return`${yo(n)} ${n.seed}`}function kt(n){return yo({...n,n_components:0})}function H(n,t){let e=new Float64Array(t*t);for(let s=0;s<t;s++)for(let o=0;o<=s;o++){let i=n[s*t+o];for(let r=0;r<
o;r++)i-=e[s*t+r]*e[o*t+r];if(s===o){if(!(i>0))return null;e[s*t+s]=Math.sqrt(i)}else e[s*t+o]=i/e[o*t+o]}return e}
function rn(n,t){let e=new Float64Array(t*t);for(let s=0;s<t;s++){e[s*t+s]=1/n[s*t+s];for(let o=s+1;o<t;o++){let i=0;
for(let r=s;r<o;r++)i-=n[o*t+r]*e[r*t+s];e[o*t+s]=i/n[o*t+o]}}return e}function Vt(n,t){let e=H(n,t);if(!e)return new Float64Array(
t*t).fill(NaN);let s=rn(e,t),o=new Float64Array(t*t);for(let i=0;i<t;i++)for(let r=0;r<t;r++)for(let a=Math.max(
i,r);a<t;a++)o[i*t+r]+=s[a*t+i]*s[a*t+r];return o}function ot(n,t){let e=Float64Array.from(n),s=new Float64Array(
t*t);for(let a=0;a<t;a++)s[a*t+a]=1;for(let a=0;a<50;a++){let l=!1;for(let h=0;h<t;h++)for(let c=h+1;c<t;c++)l=
Xa(e,s,t,h,c)||l;if(!l)break}let o=Array.from({length:t},(a,l)=>l);o.sort((a,l)=>e[a*t+a]-e[l*t+l]);let i=Float64Array.
from(o,a=>e[a*t+a]),r=new Float64Array(t*t);for(let a=0;a<t;a++)for(let l=0;l<t;l++)r[a*t+l]=s[a*t+o[l]];return{
values:i,vectors:r}}function Xa(n,t,e,s,o){let i=n[s*e+o],[r,a]=[n[s*e+s],n[o*e+o]],l=Math.sqrt(Math.abs(r))*Math.
sqrt(Math.abs(a));if(!(Math.abs(i)>1e-17*l))return n[s*e+o]=n[o*e+s]=0,!1;let h=(a-r)/(2*i),c=(h<0?-1:1)/(Math.
abs(h)+Math.hypot(h,1)),f=1/Math.hypot(c,1),u=c*f;n[s*e+s]=r-c*i,n[o*e+o]=a+c*i,n[s*e+o]=n[o*e+s]=0;for(let p=0;p<
e;p++){if(p!==s&&p!==o){let[w,y]=[n[p*e+s],n[p*e+o]];n[p*e+s]=n[s*e+p]=f*w-u*y,n[p*e+o]=n[o*e+p]=u*w+f*y}let[d,
m]=[t[p*e+s],t[p*e+o]];t[p*e+s]=f*d-u*m,t[p*e+o]=u*d+f*m}return!0}function bo(n,t){if(t!==2){let{values:m}=ot(
n,t);return[m[0],m[t-1]]}let[e,s,,o]=n,i=e+o,[r,a]=Math.abs(e)>Math.abs(o)?[e,o]:[o,e],[l,h]=[Math.abs(e-o),Math.
abs(s+s)],[c,f]=l>h?[l,h]:[h,l],u=c>0?c*Math.sqrt(1+(f/c)**2):0;if(i===0)return[-.5*u,.5*u];let p=.5*(i<0?i-u:
i+u),d=r/p*a-s/p*s;return i<0?[p,d]:[d,p]}var Va=Math.log(2*Math.PI);function S(n,t){return n*(1+t+t*(t+1)/2)}function Z(n,t){return n/S(1,t)}function R(n,t,e,s){
return n.subarray(t+s*e,t+(s+1)*e)}function J(n,t,e){return n+n*t+e*t*(t+1)/2}function E(n,t,e,s){let o=new Float64Array(
e*e),i=J(t,e,s);for(let r=0;r<e;r++)for(let a=0;a<=r;a++)o[r*e+a]=o[a*e+r]=n[i++];return o}function z(n,t,e,s,o,i){
for(let r=0;r<o;r++){let a=H(E(s,o,e,r),e),l=a?Math.log(s[r])-.5*e*Va:-1/0;for(let h=0;a&&h<e;h++)l-=Math.log(
a[h*e+h]);if(l===-1/0)for(let h=r;h<t*o;h+=o)i[h]=-1/0;else{let h=rn(a,e);(e===2?tl:Za)(n,t,e,R(s,o,e,r),h,l,o,
r,i)}}return i}function Za(n,t,e,s,o,i,r,a,l){let h=new Float64Array(e);for(let c=0;c<t;c++){let f=0;for(let u=0;u<
e;u++){h[u]=n[c*e+u]-s[u];let p=0;for(let d=0;d<=u;d++)p+=o[u*e+d]*h[d];f+=p*p}l[c*r+a]=i-.5*f}}function tl(n,t,e,s,o,i,r,a,l){
let[h,c]=s,[f,,u,p]=o;for(let d=0,m=a;d<t;d++,m+=r){let w=n[2*d]-h,y=n[2*d+1]-c,b=f*w,x=u*w+p*y;l[m]=i-.5*(b*b+
x*x)}}function tt(n,t,e){let s=0,o=0,i=1;for(let r=0;r<t*e;r+=e){let a=n[r];for(let c=1;c<e;c++)n[r+c]>a&&(a=n[r+
c]);let l=0;for(let c=0;c<e;c++){let f=n[r+c];l+=n[r+c]=f===a?1:rl(f-a)}let h=1/l;for(let c=0;c<e;c++)n[r+c]*=
h;s+=a,i*=l,i>1e200&&(o+=Math.log(i),i=1)}return-(s+o+Math.log(i))}var Zt=32,el=Zt/Math.LN2,sl=.6931471803691238/
Zt,nl=19082149292705877e-26/Zt,ol=Float64Array.from({length:Zt},(n,t)=>2**(t/Zt)),il=Float64Array.from({length:1023},
(n,t)=>2**-t);function rl(n){if(!(n>-708))return Math.exp(n);let t=n*el-.5|0,e=n-t*sl-t*nl,s=e*e,o=1+e+s*(1/2+
e*(1/6)+s*(1/24+e*(1/120)+s*(1/720)));return il[-(t>>5)]*(ol[t&31]*o)}var xo=8,al=10,B="M-step",te=/^(?:(weight) (\d)|(mean|variance) (\d)(?:, x(\d+))?)$/,mt=Object.freeze({...Nt,half_step:0,
show:["ellipses","trails"],coloring:"pie",speed:4,picture:"nll",along:B,slow:!1});function Me(n,t){for(let e=1;e<=
al;e++)if(S(t,e)===n)return e;return 0}function _e(n,t){let e=s=>JSON.stringify(Array.isArray(s)&&typeof s[0]==
"string"?[...s].sort():s);return e(n)===e(t)}var ve={data:Ae("data","data"),points:{name:"own_points",write:n=>go(n).flat().join(","),read:n=>cl(hn(n)),expected:"\
pairs of numbers"},K:an("n_components",1,xo),seed:an("seed",0,Number.MAX_SAFE_INTEGER),start:Ae("start","start\
s"),own:{name:"own_start",write:String,read:hn,expected:"the numbers of a mixture"},reg_covar:ln("reg_covar",n=>n>=
0,"a number of at least 0"),h:an("half_step",0,Number.MAX_SAFE_INTEGER),show:{name:"show",write:n=>n.join(","),
read:(n,{layers:t})=>{let e=n===""?[]:[...new Set(n.split(","))];return e.every(s=>t.includes(s))?e:void 0},expected:({
layers:n})=>`some of ${n.join(", ")}`},color:Ae("coloring","colorings"),speed:ln("speed",n=>n>0,"a number abov\
e 0"),picture:Ae("picture","pictures"),along:{name:"along",write:String,read:n=>n===B||te.test(n)?n:void 0,expected:`${B}\
, or a parameter such as "weight 0" or "mean 1, x2"`},slow:{name:"slow",write:n=>n?"on":"off",read:n=>n==="on"?
!0:n==="off"?!1:void 0,expected:"on or off"}};function Mo(n,t=mt){return Object.entries(ve).filter(([,{name:e}])=>Ao(
e,n)&&!_e(n[e],t[e])).map(([e,{name:s,write:o}])=>`${e}=${fl(o(n[s]))}`).join("&")}function _o(n,t,e=mt){let s={},
o=[],i=(a,l)=>o.push(`"${pl(a)}" in the address is passed over: ${l}.`);for(let a of n.replace(/^#/,"").split(
"&").filter(Boolean)){let[l,...h]=a.split("=");if(!Object.hasOwn(ve,l)){i(a,`the parts are ${Object.keys(ve).join(
", ")}`);continue}let{name:c,read:f,expected:u}=ve[l],p=ul(h.join("=")),d=p===void 0?void 0:f(p,t);d===void 0?
i(a,`expected ${typeof u=="string"?u:u(t)}`):s[c]=d}let r={...structuredClone(e),...s};return ll(r,s,e,i),hl(r,
s,i),{state:r,problems:o}}function ll(n,t,e,s){n.start===O&&!Me(n.own_start.length,n.n_components)&&(s("start=\
own start",`"own" does not hold ${n.n_components} components`),n.start=e.start===O?mt.start:e.start),n.data===
A&&n.own_points.length===0&&(s("data=own points",'"points" does not hold any'),n.data=e.data===A?mt.data:e.data);
for(let[o,i,r]of[["own","own_start",`start=${O}`],["points","own_points",`data=${A}`]])Ao(i,n)||(i in t&&s(o,`\
it needs ${r}`),n[i]=[])}function hl(n,t,e){let[,,s,,o]=te.exec(n.along)??[];if(Number(s??o??0)<n.n_components)
return;let i=n.n_components-1;"along"in t&&e(`along=${n.along}`,`components are counted from 0 to ${i}`),n.along=
B}function Ao(n,{start:t,data:e}){return(n!=="own_start"||t===O)&&(n!=="own_points"||e===A)}function Ae(n,t){return{
name:n,write:String,read:(e,s)=>s[t].includes(e)?e:void 0,expected:e=>`one of ${e[t].join(", ")}`}}function ln(n,t,e){
return{name:n,write:String,read:o=>{let[i,...r]=hn(o)??[];return r.length===0&&t(i)?i:void 0},expected:e}}function an(n,t,e){
return ln(n,o=>Number.isSafeInteger(o)&&o>=t&&o<=e,`a whole number from ${t} to ${e}`)}function hn(n){let t=/^-?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i,
e=n.split(","),s=e.map(Number);return e.every(o=>t.test(o))&&s.every(Number.isFinite)?s:void 0}function cl(n){
if(!(!n||n.length%2))return Array.from({length:n.length/2},(t,e)=>[n[2*e],n[2*e+1]])}function fl(n){return encodeURIComponent(
n).replaceAll("%20","+").replaceAll("%2C",",")}function ul(n){try{return decodeURIComponent(n.replaceAll("+","\
 "))}catch{return}}function pl(n){return n.length>40?`${n.slice(0,40)}…`:n}var dl=300;function Oe(n,{half_step:t,layers:e,speed:s,slow:o}){let{color:i,picture:r,along:a,...l}=e,h=Object.
keys(l).filter(c=>l[c]);return{...n,half_step:t,show:h,coloring:i,speed:s,picture:r,along:a,slow:o}}function vo(n,t){
let{half_step:e,show:s,coloring:o,speed:i,picture:r,along:a,slow:l,...h}=n,c=Object.fromEntries(t.map(u=>[u,s.
includes(u)])),f={half_step:e,speed:i,slow:l,layers:{...c,color:o,picture:r,along:a}};return{choice:h,view:f}}
function cn({data:n,own_points:t}){let e=t.length<=dl&&t.every(s=>s.length===2);return n!==A||e}function Oo(n,t){
if(cn(n))return n;let e=n.start===O?t.start:n.start;return{...n,start:e,data:t.data,own_points:t.own_points}}function g(n,t={},...e){let s=document.createElement(n);for(let[o,i]of Object.entries(t))o.startsWith("on")?s.
addEventListener(o.slice(2),i):i===!0?s.setAttribute(o,""):i!==!1&&i!=null&&s.setAttribute(o,i);for(let o of e)
o!=null&&s.append(o);return s}var So="http://www.w3.org/2000/svg";function fn(n){let t=document.createElementNS(
So,"svg"),e=document.createElementNS(So,"path");e.setAttribute("d",n);for(let[s,o]of Object.entries({viewBox:"\
0 0 16 16","aria-hidden":"true",class:"emx-sign"}))t.setAttribute(s,o);return t.append(e),t}function W(n,t,e){
let s=g("select",{"aria-label":n,onchange:()=>e(s.value)}),o=g("label",{},g("span",{},n),s),i=a=>s.replaceChildren(
...a.map(l=>g("option",{value:l},l)));return i(t),{element:o,select:s,show:i,choose:a=>{let l=c=>c.value===String(
a)||Number(c.value)===a,h=[...s.options].find(l)??g("option",{},String(a));h.parentElement||s.append(h),s.value=
h.value}}}function Tt(n,t,e){let s=g("input",{type:"checkbox",onchange:()=>t(s.checked)});return{element:g("la\
bel",{class:"emx-tick",title:e},s,n),input:s}}function un(n,t,e,s){let o=c=>s(Math.min(Math.max(Number(a.textContent)+
c,t),e)),i=g("button",{type:"button","aria-label":`${n}: one less`,onclick:()=>o(-1)},"−"),r=g("button",{type:"\
button","aria-label":`${n}: one more`,onclick:()=>o(1)},"+"),a=g("output",{},"");return{element:g("div",{class:"\
emx-stepper",role:"group","aria-label":n},g("span",{},n),i,a,r),show:c=>{a.textContent=String(c),i.disabled=c<=
t,r.disabled=c>=e}}}var ee=[1,2,4,8,15,30,60],gt={pie:"pies",blend:"blended",hard:"hard",none:"grey"},ml=["data","start","reg_cova\
r"],No={first:"M2 2h2v12H2zM14 2v12L5 8z",back:"M3 2h2v12H3zM13 3v10L6 8z",play:"M4 2l10 6-10 6z",pause:"M3 2h\
4v12H3zM9 2h4v12H9z",on:"M13 2h-2v12h2zM3 3v10l7-5z",last:"M14 2h-2v12h2zM2 2v12l9-6z"},ko=[["ellipses","ellip\
ses","1 and 2 standard deviations of each component"],["trails","trails","the path that each mean has taken"],
["contours","density","contours of the mixture's density"],["truth","truth","the mixture the data were drawn f\
rom"]],gl=[["bound","bound","the upper bound NLL + KL gap (minus the lower bound of the log-likelihood)"],["zo\
om","zoom in","only the half-steps near the marker"]];function To(n,t){let e=r=>n.controls.includes(r),s={data:W(
"data",n.data,r=>t({data:r})),n_components:un("K",n.counts[0],n.counts[n.counts.length-1],r=>t({n_components:r})),
seed:un("seed",n.seeds[0],n.seeds[n.seeds.length-1],r=>t({seed:r})),start:W("start",n.starts,r=>t({start:r})),
reg_covar:W("reg_covar",n.reg_covars,r=>t({reg_covar:Number(r)}))};return{element:g("div",{class:"emx-bar"},...Object.
entries(s).map(([r,a])=>e(r)?a.element:null)),show:r=>{s.n_components.show(r.n_components),s.seed.show(r.seed);
for(let a of ml)s[a].choose(r[a])}}}function Eo(n){let t=(f,u,p,d)=>g("button",{type:"button","aria-label":u,title:`${u}\
 (${p})`,"aria-keyshortcuts":p,onclick:d},fn(No[f])),e=t("first","First","Home",()=>n.go(0)),s=t("back","Half-\
step back","ArrowLeft",()=>n.move(-1)),o=t("play","Play","Space",()=>n.player.toggle()),i=t("on","Half-step fo\
rward","ArrowRight",()=>n.move(1)),r=t("last","Last","End",()=>n.go(1/0)),a=g("input",{type:"range",min:"0",step:"\
1","aria-label":"half-step",oninput:()=>n.jump(Number(a.value))}),l=W("speed",ee.map(String),f=>n.setSpeed(Number(
f)));return l.element.title="half-steps per second (+ and −)",o.classList.add("emx-play"),{element:g("div",{
class:"emx-transport",role:"group","aria-label":"transport"},e,s,o,i,r,a,l.element),show:({h:f,end:u,isPlaying:p,
text:d})=>{a.max=String(u),a.value=String(f),a.setAttribute("aria-valuetext",d),e.disabled=s.disabled=f===0,i.
disabled=r.disabled=f===u;let m=p?"Pause":"Play";o.getAttribute("aria-label")!==m&&(o.setAttribute("aria-label",
m),o.title=`${m} (Space)`,o.replaceChildren(fn(No[p?"pause":"play"])))},showSpeed:f=>l.choose(f)}}function Po(n,t){
let e=W("samples",Object.values(gt),c=>{let f=Object.keys(gt);t({color:f.find(u=>gt[u]===c)})});e.select.value=
gt[n.color];let s={},o=(c,f)=>{t({[c]:f}),c==="bound"&&f&&!s.zoom.input.checked&&s.zoom.input.click()},i=([c,f,
u])=>(s[c]=Tt(f,p=>o(c,p),u),s[c].input.checked=!!n[c],s[c].element),r=g("div",{class:"emx-layers",role:"group",
"aria-label":"data picture"},e.element,...ko.map(i)),a=g("div",{class:"emx-layers",role:"group","aria-label":"\
right picture"},...gl.map(i));return{left:r,right:a,boxes:s,show:c=>{s.bound.input.disabled=!!c?.isPart,s.truth.
input.disabled=!c?.truth,s.truth.element.title=c?.truth?ko[3][2]:"the mixture these data were drawn from is no\
t known"},set:c=>{e.select.value=gt[c.color];for(let[f,{input:u}]of Object.entries(s))u.checked=!!c[f]}}}function at({kind:n,component:t,feature:e=0},s,o){return n==="weight"?t:n==="mean"?s+t*o+e:J(s,o,t)+e*(e+3)/2}
function Lo(n,t,e,s,o){let i=Float64Array.from(n);if(s.kind==="weight"){let r=1-n[s.component];for(let a=0;a<t;a++)
i[a]=(1-o)*(r>0?n[a]/r:1/(t-1))}return i[at(s,t,e)]=o,i}function Io({X:n,N:t,D:e},s,o,i,r,a=se(i)){if(!wl(s,o,
e))return{nll:NaN,bound:NaN};z(n,t,e,s,o,r);let l=-a;for(let h=0;h<t*o;h++){let c=i[h];c>0&&(l-=c*r[h])}return{
nll:tt(r,t,o),bound:l}}function se(n){let t=0;for(let e=0;e<n.length;e++){let s=n[e];s>0&&(t-=s*Math.log(s))}return t}function wl(n,t,e){for(let s=0;s<t;s++)if(!(n[s]>=0&&n[s]<=1)||!H(E(n,t,e,s),e))return!1;return!0}var yl=1e-12;function pn(n,t){let e=[B],s=t>1?Array.from({length:t},(o,i)=>`, x${i+1}`):[""];for(let o=0;o<n;o++){
for(let i of s)e.push(`mean ${o}${i}`);n>1&&e.push(`weight ${o}`);for(let i of s)e.push(`variance ${o}${i}`)}return e}
function wt(n,t,e){let s=n&&pn(t,e).includes(n)?te.exec(n):null;if(!s)return null;let[,o,i,r,a,l="1"]=s;return o?
{kind:"weight",component:Number(i)}:{kind:r,component:Number(a),feature:Number(l)-1}}function Se({kind:n,component:t,
feature:e=0},s){if(n==="weight")return`weight ${t}`;if(s===1)return`${n} ${t}`;let o=String(e+1).replace(/\d/g,
i=>String.fromCharCode(8320+Number(i)));return`${n} ${t}, x${o}`}function $o(n,t,e,s){let o=null,i=0;for(let r=0;r<
e;r++){let a=Array.from({length:s},(h,c)=>{let f=at({kind:"mean",component:r,feature:c},e,s),u=Math.abs(t[f]-n[f]);
return u>yl*Math.abs(n[f])?u:0}),l=Math.hypot(...a);l>i&&(i=l,o={kind:"mean",component:r,feature:a.indexOf(Math.
max(...a))})}return o}var lt={nll:"NLL by iteration",bound:"bound as a curve",distance:"distance to the end (log)",entropy:"entropy \
of responsibilities"};function Fo(n,t,e){let s=[B],o=()=>"the M-step",i=W("show",Object.values(lt),h=>{t({picture:Object.
keys(lt).find(c=>lt[c]===h)})}),r=W("along",[o(B)],h=>{t({along:s.find(c=>o(c)===h)})}),a=()=>{let{picture:h="\
nll"}=n;r.element.hidden=h!=="bound",e.bound.element.hidden=h!=="nll",e.zoom.element.hidden=h==="bound",i.choose(
lt[h])};a();let l=(h,c)=>{o=f=>{let u=wt(f,h,c);return u?Se(u,c):"the M-step"},s=pn(h,c),r.show(s.map(o)),r.choose(
o(n.along??B))};return{elements:[i.element,r.element],show:l,fit:a}}var bl=["color","picture","along"],Ne=class{constructor(t,e){let s=Object.keys(t.layers).filter(o=>!bl.includes(
o));this.layers=s,this.defaults=Oe(e,t),this.choices={data:t.data,starts:t.starts,layers:s,colorings:Object.keys(
gt),pictures:Object.keys(lt)},this.isAlone=!document.querySelector(".emx"),this.isAlone&&window.addEventListener(
"hashchange",()=>location.reload())}read(){let t=this.isAlone?location.hash:"",{state:e,problems:s}=_o(t,this.
choices,this.defaults);return{...vo(e,this.layers),problems:s}}linkTo(t){let e=Mo(Oo(t,this.defaults),this.defaults);
return location.href.split("#")[0]+(e&&`#${e}`)}write(t){if(!this.isAlone||document.querySelectorAll(".emx").length>
1)return;let e=this.linkTo(t);if(e!==location.href)try{history.replaceState(history.state,"",e)}catch{}}};var dn=[8,4,2,1],xl={8:5,4:1,2:1,1:0};function ke(n,t,e){return e===1?0:n-n%t+xl[t]}function Ro({nx:n,ny:t}){let e=new Set;
for(let s of dn)for(let o=0;o<t;o+=s)for(let i=0;i<n;i+=s)e.add(ke(o,s,t)*n+ke(i,s,n));return Int32Array.from(
e)}function Co({nx:n,ny:t},e){return e.map((s,o)=>{let[i,r]=[o%n,Math.floor(o/n)];for(let a=dn.length-1;a>=0;a--){
let l=dn[a],h=e[ke(r,l,t)*n+ke(i,l,n)];if(h>=0)return h}return-1})}function Te({nx:n,ny:t,xs:e,ys:s},o){let[i,
r]=[o%n,Math.floor(o/n)];return[e[0]+(i+.5)/n*(e[1]-e[0]),s[0]+(r+.5)/t*(s[1]-s[0])]}function jo({nx:n,ny:t,xs:e,
ys:s},o){let i=Math.floor(n*(o[0]-e[0])/(e[1]-e[0])),r=t===1?0:Math.floor(t*(o[1]-s[0])/(s[1]-s[0]));return i>=
0&&i<n&&r>=0&&r<t?r*n+i:-1}function et(n,t){return Number.isFinite(n)?Bo(n,n.toFixed(t),e=>n.toFixed(t+e)):gn(n)}function mn(n,t){if(!Number.
isFinite(n))return gn(n);let e=r=>n.toExponential(t+r),[s,o]=Bo(n,e(0),e).split("e"),i=o.slice(1).padStart(2,"\
0");return`${s}e${o[0]}${i}`}function st(n,t=6){if(!Number.isFinite(n))return gn(n);let e=mn(n,t-1),[s,o]=e.split(
"e"),i=Number(o);return i<-4||i>=t?`${zo(s)}e${o}`:zo(et(n,t-1-i))}function zo(n){return n.includes(".")?n.replace(
/\.?0+$/,""):n}function gn(n){return Number.isNaN(n)?"nan":n>0?"inf":"-inf"}function Bo(n,t,e){if(Math.abs(n)>=
1e21)return t;let[s,o]=t.split("e"),[i]=e(30).split("e");if(!/^50+$/.test(i.slice(i.length-30)))return t;let r=i.
slice(0,i.length-30).replace(/\.$/,""),a=Number(r.at(-1))%2===0?r:s;return o===void 0?a:`${a}e${o}`}var Ee=.01,wn=1e-6,Ml=1e-13,_l=2**-1022;function Pe(n,t,e,s,o=ne(e,s)){let{N:i,D:r}=e,a=null;for(let l=0;l<t;l++){
let{values:h,vectors:c}=ot(E(n,t,r,l),r);if(!(h[r-1]*Ml>s))for(let f=0;f<r;f++){let u=Al(o,c,r,f);!(Math.abs(h[f]-
s)<=Ee*Math.min(s,Ee*u))||!(u>10*wn*s)||(!a||h[f]<a.variance)&&(a={variance:h[f],k:l})}}return a?{component:a.
k,nSamples:n[a.k]*i,deviation:Math.sqrt(a.variance)}:null}function Le({component:n,nSamples:t,deviation:e}){return`\
Collapsed: the covariance of component ${n}, which holds ${et(t,1)} samples, has a standard deviation of ${st(
e,2)} in its narrowest direction, hardly more than reg_covar adds, so its likelihood is meaningless.`}function ne({
X:n,N:t,D:e},s){let o=new Float64Array(e);for(let l=0;l<t*e;l++)o[l%e]+=n[l]/t;let i=new Float64Array(e*e);for(let l=0;l<
t;l++)for(let h=0;h<e;h++)for(let c=0;c<=h;c++)i[h*e+c]+=(n[l*e+h]-o[h])*(n[l*e+c]-o[c])/t;let r=new Float64Array(
e),a=0;for(let l=0;l<e;l++)a=Math.max(a,Math.sqrt(i[l*e+l])),r[l]=Math.sqrt(Math.max(i[l*e+l],wn*s+_l));for(let l=0;l<
e;l++)for(let h=0;h<=l;h++)i[l*e+h]=i[l*e+h]/r[l]/r[h]+(l===h?wn:0);return{deviations:r,precision:Vt(i,e),widest:a}}
function Al({deviations:n,precision:t},e,s,o){let i=0;for(let r=0;r<s;r++)for(let a=0;a<s;a++){let l=e[r*s+o]/
n[r]*(e[a*s+o]/n[a]);i+=l*t[r*s+a]}return 1/i}var vl=Number.EPSILON,Ie=32*vl,Ko=100,Wo=1e4,Ol=1e7;function Go(n,t,e){for(let s=0;s<t;s++)for(let o=0;o<e;o++)
if(Uo(n,t,e,s,o))return s;return-1}function Uo(n,t,e,s,o){return Math.abs(Ho(n,t,e,s,o))<=(Ie*n[t+s*e+o])**2}function Ho(n,t,e,s,o){
return n[J(t,e,s)+o*(o+3)/2]}function Jo(n,t,e,s,o){if(n.kind==="no density")return n;let i=Do(t)??Sl(n,t,e,s),
r={...n,iteration:o,farSample:i};return i?r:Nl(n,t,e,s)?{...r,kind:"rounded",value:Math.max(...Yo(t).map(([a,l])=>l-
a))}:{...r,flatFeature:kl(n,t,e,s)}}function Do({X:n,N:t,D:e},s=Ol){let o=null;for(let i=0;i<e;i++){let r=Float64Array.
from({length:t},(d,m)=>n[m*e+i]),a=qo(r),l=r.map(d=>Math.abs(d-a)),h=l.filter(d=>d>0);if(h.length===0)continue;
let c=qo(h),f=l.reduce((d,m,w)=>m>l[d]?w:d,0),u=l[f],p=o===null||u/c>o.distance/o.usual;u>s*c&&p&&(o={sample:f,
feature:i,distance:u,usual:c})}return o}function qo(n){return Float64Array.from(n).sort()[Math.floor((n.length-
1)/2)]}function Sl(n,t,e,s){let o=n.kind==="singular"?Do(t,Wo):null;return o&&Ho(e,s,t.D,n.component,o.feature)>
(Wo*o.usual)**2?o:null}function Nl(n,{X:t,N:e,D:s},o,i){if(n.kind!=="singular")return!1;let r=E(o,i,s,n.component);
if(!r.every(Number.isFinite))return!1;let{values:a,vectors:l}=ot(r,s),h=R(o,i,s,n.component),c=new Float64Array(
e),f=0;for(let p=0;p<e;p++){for(let d=0;d<s;d++)c[p]+=(t[p*s+d]-h[d])*l[d*s],f=Math.max(f,Math.abs(t[p*s+d]));
c[p]=Math.abs(c[p])}c.sort();let u=(c[Math.floor((e-1)/2)]+c[Math.ceil((e-1)/2)])/2;return Ie*f<u&&u<=Math.sqrt(
Ko*Ie*Math.abs(a[s-1]))}function kl(n,t,e,s){if(n.kind!=="collapsed")return null;let o=null;return Yo(t).forEach(
([i,r],a)=>{let l=Math.max(Math.abs(i),Math.abs(r)),h=r-i<=4*Tl(l),c=r-i<=Ko*Ie*l;!(h||c)||!Uo(e,s,t.D,n.component,
a)||(!o||h&&!o.constant)&&(o={feature:a,level:i,constant:h})}),o}function Yo({X:n,N:t,D:e}){return Array.from(
{length:e},(s,o)=>{let[i,r]=[n[o],n[o]];for(let a=o;a<t*e;a+=e)i=Math.min(i,n[a]),r=Math.max(r,n[a]);return[i,
r]})}function Tl(n){let t=new DataView(new ArrayBuffer(8));return t.setFloat64(0,n),t.setBigInt64(0,t.getBigInt64(
0)+1n),t.getFloat64(0)-n}var Qo="use fewer components (n_components), a larger reg_covar, or another start.",El={empty:(n,t)=>`is empty\
: its responsibilities sum to ${t} samples, so it has no mean and no covariance; use fewer components (n_compo\
nents) or another start.`,singular:({value:n=0,iteration:t},e)=>(n>0?`has a covariance of which rounding leave\
s no digits in some direction (smallest eigenvalue ${e}, far below the largest)`:`has a covariance that is not\
 positive definite (smallest eigenvalue ${e}): it is flat in some direction, as when a component has shrunk on\
to a single point or onto copies of one`)+(t===void 0?".":`; ${Qo}`),rounded:(n,t)=>`cannot be fitted: it is s\
tretched over samples as far apart as ${t}, and beside such numbers rounding hides its spread in another direc\
tion; rescale X, for instance by taking logarithms, or fit groups of samples one by one.`,"negative eigenvalue":(n,t)=>`\
has a covariance that is not positive definite (smallest eigenvalue ${t}): no covariance has a negative one, s\
o check how it was computed.`,collapsed:()=>"has collapsed: it has no spread left beyond rounding, as when it \
sits on a single point or on copies of one; "+Qo,"no density":()=>""};function yn(n){if(n.kind==="no density")
return`sample ${n.sample} is so far from every component that its log-density is not a finite number: rescale \
X, or start from means nearer to the data.`;let{component:t,iteration:e}=n,s=e===0?" in the start of EM":` in \
iteration ${e} of EM`;return`component ${t}${e===void 0?"":s} ${Pl(n)}`}function Pl(n){let{flatFeature:t,farSample:e}=n;
if(t){let{feature:s,level:o,constant:i}=t;return i?`cannot be fitted: feature ${s} is constant, so no componen\
t has a spread in it; remove this column of X.`:`cannot be fitted: feature ${s} is so far from 0, around ${st(
o,3)}, that rounding hides its spread; subtract its mean from this column of X.`}if(e){let{sample:s,feature:o,
distance:i,usual:r}=e;return`cannot be fitted: sample ${s} is ${st(i,3)} away from the median of feature ${o},\
 where samples are usually within ${st(r,3)} of it, and beside such numbers rounding hides an ordinary spread;\
 correct or remove this sample, or rescale X, for instance by taking logarithms.`}return El[n.kind](n,st(n.value??
NaN,3))}var yt=class extends Error{constructor(t){super(yn(t)),this.failure=t}},bt=class extends yt{};var Xo=Number.EPSILON,Ll=10*Xo;function Vo(n,t,e,s){let{X:o,N:i,D:r}=n;Rl(t,e,r);let a=tt(z(o,i,r,t,e,s),i,e);
return Number.isFinite(a)||jl(z(o,i,r,t,e,s),i,e),a}function Et(n,t,e,s,o=new Float64Array(S(e,n.D))){let{N:i,
D:r}=n,a=Il(t,i,e),l=r===2?Fl:$l;for(let h=0;h<e;h++){o[h]=a[h]/i,l(n,t,e,h,a[h],o);let c=J(e,r,h);for(let f=0;f<
r;f++,c+=f+1)o[c]+=s}return o}function Il(n,t,e){let s=new Float64Array(e);for(let i=0;i<t*e;)for(let r=0;r<e;r++)
s[r]+=n[i++];let o=0;for(let i=1;i<e;i++)s[i]<s[o]&&(o=i);if(s[o]<Ll)throw new bt({kind:"empty",component:o,value:s[o]});
return s}function $l({X:n,N:t,D:e},s,o,i,r,a){let l=new Float64Array(e);for(let p=0;p<t;p++){let d=s[p*o+i];for(let m=0;m<
e;m++)l[m]+=d*n[p*e+m]}for(let p=0;p<e;p++)l[p]/=r;let h=new Float64Array(e),c=new Float64Array(e),f=new Float64Array(
e*(e+1)/2);for(let p=0;p<t;p++){let d=s[p*o+i];for(let m=0,w=0;m<e;m++){h[m]=n[p*e+m]-l[m];let y=d*h[m];c[m]+=
y;for(let b=0;b<=m;b++)f[w++]+=y*h[b]}}let u=J(o,e,i);for(let p=0,d=0;p<e;p++){c[p]/=r,a[o+i*e+p]=l[p]+c[p];for(let m=0;m<=
p;m++)a[u++]=f[d++]/r-c[p]*c[m]}}function Fl({X:n,N:t},e,s,o,i,r){let a=0,l=0;for(let m=0,w=o;m<t;m++,w+=s)a+=
e[w]*n[2*m],l+=e[w]*n[2*m+1];a/=i,l/=i;let[h,c,f,u,p]=[0,0,0,0,0];for(let m=0,w=o;m<t;m++,w+=s){let y=n[2*m]-a,
b=n[2*m+1]-l,x=e[w]*y,M=e[w]*b;h+=x,c+=M,f+=x*y,u+=x*b,p+=M*b}h/=i,c/=i;let d=J(s,2,o);r[s+2*o]=a+h,r[s+2*o+1]=
l+c,r[d]=f/i-h*h,r[d+1]=u/i-h*c,r[d+2]=p/i-c*c}function Rl(n,t,e){for(let s=0;s<t;s++){let o=E(n,t,e,s);if(Cl(
o,e))continue;let[i,r]=bo(o,e),a=i<-1e-8*Math.abs(r)?"negative eigenvalue":"singular";throw new bt({kind:a,component:s,
value:i})}}function Cl(n,t){let e=H(n,t);if(!e)return!1;for(let s=0;s<t*t;s+=t+1)if(!(e[s]*e[s]>10*t*Xo*n[s]))
return!1;return!0}function jl(n,t,e){for(let s=0;s<t;s++){let o=n.subarray(s*e,(s+1)*e);if(!Number.isFinite(Math.
max(...o)))throw new yt({kind:"no density",component:-1,sample:s})}}var zl=500,Bl=1e-6,Wl=1e-6,ql=.001,$e=64,bn=new WeakMap;function q(n,t,e,{regCovar:s=Wl,tol:o=Bl,maxIter:i=zl}={}){
let{N:r,D:a}=n,l=new Float64Array($e*t.length);l.set(t);let h={data:n,options:{regCovar:s,tol:o,maxIter:i},responsibilities:new Float64Array(
r*e),params:l,nll:new Float64Array($e),n:1},c={K:e,D:a,params:l.subarray(0,t.length),nll:h.nll.subarray(0,0),ended:"\
running",last:0,failure:null,message:"",rises:[]};return bn.set(c,h),c}function C(n,t=1/0){let e=bn.get(n);if(n.
ended!=="running"||!e)return n;n.nll.length===0&&Zo(n,e);do n.ended==="running"&&Kl(n,e)&&Zo(n,e);while(n.ended===
"running"&&(t===1/0||performance.now()<t));return Ul(n,e),n.ended!=="running"&&bn.delete(n),n}function Zo(n,{data:t,options:e,responsibilities:s,params:o,nll:i,n:r}){let a=S(n.K,n.D),l=o.subarray((r-1)*a,
r*a);try{i[r-1]=Vo(t,l,n.K,s)}catch(c){i[r-1]=NaN,ei(n,t,l,r-1,c);return}n.last=2*r-1;let h=r>1?i[r-1]-i[r-2]:
0;h>ql+1e-9*Math.abs(i[r-2])&&n.rises.push(2*r-2),r>1&&Math.abs(h)<e.tol?n.ended="converged":r>e.maxIter&&(n.ended=
"max_iter"),n.ended!=="running"&&(n.last=Math.max(2*r-2,1))}function Kl(n,t){let{data:e,options:s,responsibilities:o,
n:i}=t,r=S(n.K,n.D);Gl(t,r);let a=t.params.subarray((i-1)*r,i*r),l=t.params.subarray(i*r,(i+1)*r);try{Et(e,o,n.
K,s.regCovar,l),a=l;let h=Go(l,n.K,n.D);if(h>=0)throw new bt({kind:"collapsed",component:h})}catch(h){return ei(
n,e,a,i,h),!1}return n.last+=1,t.n+=1,!0}function ei(n,t,e,s,o){if(!(o instanceof yt))throw o;n.ended="failed",
n.last+=1,n.failure=Jo(o.failure,t,e,n.K,s);let i=yn(n.failure);n.message=n.failure.kind==="no density"?i:i[0].
toUpperCase()+i.slice(1)}function Gl(n,t){n.n<n.nll.length||(n.params=ti(n.params,n.params.length+$e*t),n.nll=
ti(n.nll,n.nll.length+$e))}function ti(n,t){let e=new Float64Array(t);return e.set(n),e}function Ul(n,{params:t,
nll:e,n:s}){n.params=t.subarray(0,s*S(n.K,n.D)),n.nll=e.subarray(0,s)}var Hl=1,Jl=.1,Dl=.001,Yl=.01,ni="All components are the same Gaussian: equal components get equal responsibil\
ities, and the M-step makes them equal again.";function oi(n,t,e){let s=ne(t,e),o=new Map([...n].map(([a,l])=>[
a,xn(l,t,e,s)])),i=[...n.keys()].filter(a=>[null,"unfinished"].includes(o.get(a)?.status??null)),r=Ql(n,i.length?
i:[...n.keys()]);return new Map([...n].map(([a,l])=>{let h=o.get(a);return[a,Xl(l,n.get(r),h,t,s.widest)]}))}function Ql(n,t){
let e=o=>n.get(o)?.nll.at(-1)??NaN,s=o=>!Number.isNaN(e(o));return t.reduce((o,i)=>s(o)?e(i)<e(o)?i:o:s(i)?i:o,
t[0])}function Xl(n,t,{status:e,why:s},o,i){let r=n.nll.at(-1)??NaN,a=r-(t.nll.at(-1)??NaN),l=n.nll.length-1,h=(u,p)=>({
status:u,nll:r,gap:a,nIter:l,sentence:p});if(e==="collapsed"||e==="failed")return h(e,s);if(a>Hl){let u=`NLL ${et(
r,2)}, ${et(a,2)} above the best run of this K`,p=Vl(n,t,o,i);return e?h(e,`${s} ${u}. ${p}`):h("poor",`Poor: ${u}\
. ${p}`)}if(e)return h(e,`${s} NLL ${et(r,2)}.`);if(ii(n,i))return h("poor",`Poor: NLL ${et(r,2)}, whatever th\
e others are. ${ni}`);let c=a<=Jl?"as good as the best":`${et(a,2)} above the best`,f=n===t?`the best run of K\
 = ${n.K} so far`:c;return h("good",`Good: NLL ${et(r,2)}, ${f}; converged after ${l} iterations.`)}function xn(n,t,e,s){
if(n.ended==="failed")return{status:n.failure?.kind==="collapsed"?"collapsed":"failed",why:n.message};let o=Pe(
Fe(n),n.K,t,e,s);if(o)return{status:"collapsed",why:Le(o)};if(n.ended==="converged")return{status:null,why:""};
let i=n.nll.length-1,r=i>0?Math.abs(n.nll[i]-n.nll[i-1]):0;return{status:"unfinished",why:`Not converged after\
 ${i} iterations: the NLL still changed by ${mn(r,1)} in the last one.`}}function Fe({K:n,D:t,params:e}){return e.
subarray(e.length-S(n,t))}function Vl(n,t,e,s){if(ii(n,s))return ni;let{K:o}=n,i=Zl(t,n,e),r=i.map(u=>u.map(p=>p/
Math.max(si(u),1e-12))),a=Array.from({length:o},(u,p)=>Math.max(si(i.map(d=>d[p])),1e-12)),h=i.map((u,p)=>ri(o,
d=>u[d]/a[d]>.5&&r[p][d]>Yl)).filter(u=>u.length>1),c=new Set(h.flat()),f=h.map(u=>`${th(u)} share one cluster\
 of the best run`);for(let u=0;u<o;u++){let p=r.filter(d=>d[u]>.5).length;p>1&&!c.has(u)&&f.push(`component ${u}\
 covers ${p} of its clusters`)}return f.length?f.map(u=>`${u[0].toUpperCase()}${u.slice(1)}.`).join(" "):"No c\
omponent matches a single cluster of the best run: the data are partitioned differently."}function Zl(n,t,{X:e,
N:s,D:o}){let[i,r]=[n,t].map(l=>{let h=z(e,s,o,Fe(l),l.K,new Float64Array(s*l.K));return tt(h,s,l.K),h}),a=Array.
from({length:n.K},()=>new Array(t.K).fill(0));for(let l=0;l<s;l++)for(let h=0;h<n.K;h++)for(let c=0;c<t.K;c++)
a[h][c]+=i[l*n.K+h]*r[l*t.K+c];return a}function ii(n,t){let{K:e,D:s}=n;return e<2?!1:ri(e-1,o=>{let[i,r]=[R(Fe(
n),e,s,o),R(Fe(n),e,s,o+1)];return i.some((a,l)=>!(Math.abs(a-r[l])<=Dl*t))}).length===0}function th(n){return`\
components ${n.slice(0,-1).join(", ")} and ${n[n.length-1]}`}function si(n){return n.reduce((t,e)=>t+e,0)}function ri(n,t){
return Array.from({length:n},(e,s)=>s).filter(t)}var eh=.1,sh=["collapsed","failed"],Re=class{constructor(t,e,s,o){this.data=t,this.rows=e,this.K=s,this.settings=
o,this.width=S(s,t.D),this.spread=ne(t,o.regCovar),this.next=0,this.run=null}get isDone(){return this.next*this.
width>=this.rows.length}work(t){let e=[];for(;!this.isDone;){let{data:s,rows:o,K:i,settings:r,spread:a,width:l,
next:h}=this;this.run??(this.run=q(s,o.slice(h*l,(h+1)*l),i,r));let c=C(this.run,t);if(c.ended!=="running"){let f=xn(
c,s,r.regCovar,a).status??"converged";e.push({status:f,nll:c.nll.at(-1)??NaN}),this.run=null,this.next+=1}if(performance.
now()>=t)break}return e}};function ai(n){let t=new Int16Array(n.length).fill(-1),e=[...n].flatMap((r,a)=>r?[{...r,
i:a,flaw:sh.indexOf(r.status)}]:[]);e.sort((r,a)=>r.flaw-a.flaw||r.nll-a.nll||0);let s=[],[o,i]=[-1,-1/0];for(let{
status:r,nll:a,i:l,flaw:h}of e){h<0&&a-i>eh&&([o,i]=[o+1,a]);let c=h<0?o:-1,f=s.findIndex(u=>u.status===r&&u.level===
c);f<0&&(f=s.push({status:r,level:c,nll:a,count:0})-1),s[f].count+=1,t[l]=f}return{groups:s,which:t}}var nh=1,oh=.001,Mn=1e-9;function hi(n,t,e,s,o){let i=fi(n,t,e,s,o);return i<=nh?"":`reg_covar = ${st(o)} is n\
ot small beside the covariances here and costs about ${st(i,3)} nats or more: choose a smaller one, or rescale\
 the data.`}function ci({K:n,D:t,params:e,nll:s,rises:o},i,r){let a=S(n,t);return o.filter(l=>{let h=l/2,c=e.subarray(
h*a,(h+1)*a),f=fi(c,n,t,i,r,!0);return s[h]-s[h-1]<=f*(1+Ee)})}function fi(n,t,e,s,o,i=!1){let r=li(ih(n,t,e),
e,o),a=Array.from({length:t},(f,u)=>li(E(n,t,e,u),e,o));if(!r||!a.every(f=>f))return 0;let l=Math.max(0,...r.filter(
f=>f<1-Mn)),h=Math.min(l/(l+oh*(1-l)),1-Mn),c=0;return a.forEach((f,u)=>{for(let p of f??[])i?p=Math.min(p,1-Mn**
2):p<h||(p=0),c+=n[u]*(-Math.log1p(-p)-p)}),s/2*c}function li(n,t,e){if(!H(n,t))return null;let{values:s}=ot(Vt(
n,t),t);return Array.from(s,o=>Math.min(Math.max(e*o,0),1))}function ih(n,t,e){let s=new Float64Array(e);for(let i=0;i<
t;i++)R(n,t,e,i).forEach((r,a)=>s[a]+=n[i]*r);let o=new Float64Array(e*e);for(let i=0;i<t;i++){let r=R(n,t,e,i),
a=E(n,t,e,i);for(let l=0;l<e;l++)for(let h=0;h<e;h++){let c=(r[l]-s[l])*(r[h]-s[h]);o[l*e+h]+=n[i]*(c+a[l*e+h])}}
return o}var rh=5e-324;function xt({X:n,N:t,D:e},s,o,i){return tt(z(n,t,e,s,o,i),t,o),i}function ui(n,t,e,s,o){xt(t,e,s,
o);let i=0;for(let r=0;r<t.N*s;r++){let a=n[r];a>0&&(i+=a*(Math.log(a)-Math.log(Math.max(o[r],rh))))}return Math.
max(i,0)}function _(n){return n===0?"start":n%2?"E":"M"}function Lt(n){return Math.ceil(n/2)}var Pt=class{constructor(t,e,s,o=null){
this.run=t,this.data=e,this.regCovar=s,this.own=o??new Map,this.isOfOwnSteps=!!o,this.K=t.K,this.width=S(this.
K,e.D),this.gaps=new Map,this.kept={index:-1,values:new Float64Array(e.N*this.K)},this.scratch=null,this.verdict=
null}get last(){return this.run.last}get nll(){return this.run.nll}get isRunning(){return this.run.ended==="ru\
nning"}get failed(){return this.run.ended==="failed"?this.last:-1}get judged(){let{run:t,data:e,regCovar:s}=this;
if(this.isRunning)return{flaw:"",ridge:"",ridged:[]};if(!this.verdict){let o=this.rowAt(t.nll.length-1),i=t.ended===
"failed"?null:Pe(o,t.K,e,s),r=t.ended!=="failed"&&t.nll.length>1;this.verdict={flaw:i?Le(i):"",ridge:r?hi(o,t.
K,e.D,e.N,s):"",ridged:ci(t,e.N,s)}}return this.verdict}effective(t){return t===this.failed?t-1:t}rowAt(t){return this.
run.params.subarray(t*this.width,(t+1)*this.width)}paramsIndex(t){return this.effective(t)>>1}row(t){return this.
rowAt(this.paramsIndex(t))}nllAt(t){return this.nll[this.paramsIndex(t)]}responsibilitiesIndex(t){let e=this.effective(
t);return e===0?-1:e-1>>1}responsibilities(t){let e=this.responsibilitiesIndex(t);return e<0?null:this.own.get(
e)??this._computed(e)}isOwn(t){return this.own.has(this.responsibilitiesIndex(t))}_computed(t){return this.kept.
index!==t&&(xt(this.data,this.rowAt(t),this.K,this.kept.values),this.kept.index=t),this.kept.values}gap(t){let e=this.
effective(t);if(e===0||this.data.isPart)return NaN;if(e%2)return this.isOwn(t)?this._klGap(t):0;let s=e>>1,o=this.
gaps.get(s);if(o!==void 0)return o;let i=this._klGap(t);return this.gaps.set(s,i),i}gapIfKnown(t){let e=this.effective(
t);return e%2||this.own.size?this.gap(t):this.gaps.get(e>>1)??NaN}_klGap(t){this.scratch??(this.scratch=new Float64Array(
this.data.N*this.K));let e=this.responsibilities(t);return ui(e,this.data,this.row(t),this.K,this.scratch)}rises(t){
return this.run.rises.includes(t)}};var ah=["ellipses","trails","contours","truth"],lh={running:"still running",converged:"converged",max_iter:"no\
t converged",stopped:"stopped",failed:"failed"};function T(n){return Number.isFinite(n)?(Math.abs(n)>=1e6||n!==
0&&Math.abs(n)<.005?n.toExponential(2):n.toFixed(2)).replace("-","−"):"not known"}function Ce(n){return n.closest(
"[data-voila]")?"reload the page":"run the cell again"}function _n(n){let t=_(n);return t==="start"?"Start":`${t}\
-step`}function pi(n){return`the ${_(n)}-step of iteration ${Lt(n)}`}function di(n,t=!0,e=n.last){if(e!==n.last)
return n.failed<0?"":`, fails at ${pi(n.failed)}`;let{ended:s}=n.run;return s==="running"&&!t?", no more of th\
is run was kept":s==="max_iter"&&n.last<2?"":`, ${lh[s]}`}function mi(n,t){return`weights ${Array.from(n.row(t).
subarray(0,n.K),s=>s.toFixed(2)).join(" · ")}`}function An(n,t){return n.last<2?`NLL ${T(n.nllAt(t))}`:`itera\
tion ${Lt(t)} of ${Lt(n.last)}, NLL ${T(n.nllAt(t))}`}function gi(n,t,e){let s=e&&!n.data.isPart;if(t===n.failed)
return n.run.message;let o=_(t);if(o==="start")return`The starting parameters; no responsibilities have been c\
omputed yet.${n.failed<0?"":` EM fails at ${pi(n.failed)}: ${n.run.message}`}`;let i=s?n.gap(t):NaN;if(o==="E"){
if(n.isOwn(t))return`Each sample is shared among the components as your e_step says, which is not the posterio\
r.${i>1e-6?` The bound stays ${T(i)} above the NLL.`:""}`;let f="Each sample is shared among the components as\
 the mixture in the picture says.";return s?`${f} The bound touches the NLL.`:f}let r=n.nllAt(t)-n.nllAt(t-2),
l=n.rises(t)?`The NLL rises by ${T(r)}: an exact M-step after an exact E-step never does that${hh(n,t)}.`:`Wei\
ghts, means and covariances are fitted to these responsibilities; the NLL ${r<0?`falls by ${T(-r)}`:"stays"}.`,
h=t===n.last?[n.run.message,n.judged.flaw].filter(Boolean).map(f=>` ${f}`).join(""):"",c=s?` These responsibil\
ities are now out of date: the bound is ${T(i)} above the NLL.`:"";return l+c+h}function hh(n,t){return n.judged.
ridged.includes(t)?` (but reg_covar = ${n.regCovar} moves the M-step off its optimum)`:""}function wi(n,t,e,s){
let i=e===0?"in grey":{blend:"in the blend of their responsibilities",hard:"in the colour of their most respon\
sible component",pie:"as pies of their responsibilities where components share them",none:"in grey"}[s.color],
r=ah.filter(a=>s[a]);return`${t.data.N} samples of the data ${n.data} ${i}, ${t.K} component${t.K>1?"s":""}${r.
length?` with ${r.join(", ")}`:""}. ${_n(e)}, ${An(t,e)}.`}var ch=["#0072B2","#D55E00","#009E73","#CC79A7","#E69F00","#56B4E9","#8C6D31","#000000"],fh={light:"#6A3D9A",dark:"\
#C9A6F2"},uh={light:"#00606B",dark:"#6FD3DF"};function It(n){let t=n.trim();if(t.startsWith("#")){let e=t.length===
4?t.replace(/[0-9a-f]/gi,"$&$&"):t;return[1,3,5].map(s=>parseInt(e.slice(s,s+2),16))}return(t.match(/[\d.]+/g)??
[]).slice(0,3).map(Number)}function ph(n){let[t,e,s]=It(n);return .299*t+.587*e+.114*s<128}function je(n,t){let e=getComputedStyle(
n),s=e.backgroundColor,o=ph(s),i=ch.map(r=>o&&r==="#000000"?"#FFFFFF":r);return{dark:o,paper:s,colors:i,colorBytes:i.
map(It),paperBytes:It(s),greyBytes:It(o?"#9A9A9A":"#767676"),ink:e.color,soft:o?"#B5B5B5":"#595959",line:o?"#4\
A4A4A":"#D5D5D5",alarm:o?"#FF9E80":"#A61B00",E:fh[o?"dark":"light"],M:uh[o?"dark":"light"],family:e.fontFamily,
size:parseFloat(e.fontSize),scale:t}}var Mt=n=>(t,e,s,o)=>{n.forEach(([i,r],a)=>t[a?"lineTo":"moveTo"](e+i*o,s+
r*o)),t.closePath()},yi=[[-.34,-1],[.34,-1],[.34,-.34],[1,-.34],[1,.34],[.34,.34],[.34,1],[-.34,1],[-.34,.34],
[-1,.34],[-1,-.34],[-.34,-.34]],dh=yi.map(([n,t])=>[(n-t)*.75,(n+t)*.75]),mh=Array.from({length:10},(n,t)=>{let e=t%
2?.5:1.15;return[e*Math.sin(t*Math.PI/5),-e*Math.cos(t*Math.PI/5)]}),K=[(n,t,e,s)=>n.arc(t,e,.9*s,0,2*Math.PI),
Mt([[0,-1],[.95,.75],[-.95,.75]]),Mt([[-.8,-.8],[.8,-.8],[.8,.8],[-.8,.8]]),Mt([[0,-1.1],[1.1,0],[0,1.1],[-1.1,
0]]),Mt([[0,1],[.95,-.75],[-.95,-.75]]),Mt(yi),Mt(dh),Mt(mh)];var gh={light:["#c7def4","#fbdba6","#f2b3a1","#dcc2ec","#d2c4ae","#dedede","#c4c4c4"],dark:["#163f66","#5a4413",
"#6b2c1c","#4a2d63","#46402f","#34363a","#4a4c50"]},ht=5,wh={"":()=>!1,dots:(n,t)=>n%4<1&&t%4<1,stripes:(n,t)=>(n+
t)%8<2,grid:(n,t)=>n<1||t<1},yh=[...["","dots"].flatMap(n=>Array.from({length:ht},(t,e)=>({color:e,mark:n}))),
{color:ht,mark:"stripes"},{color:ht+1,mark:"grid"}];function Be({status:n,level:t}){return n==="failed"||n==="\
collapsed"?2*ht+(n==="failed"?1:0):Math.min(t,ht-1)+(n==="unfinished"?ht:0)}var $t=8;function xi(n,t){let e=gh[n.
dark?"dark":"light"];return yh.map(({color:s,mark:o})=>bh(It(e[s]),n,t,wh[o]))}function bh(n,t,e,s){let[o,i]=[
n,t.greyBytes].map(([a,l,h])=>(-16777216|h<<16|l<<8|a)>>>0),r=$t/e;return Uint32Array.from({length:e*e},(a,l)=>s(
l%e*r,Math.floor(l/e)*r)?i:o)}var ze=class{constructor(){this.of=[],this.words=new Uint32Array(0)}paint(...t){
let[{words:e},...s]=t;if(s.every((o,i)=>o===this.of[i])){e.set(this.words);return}xh(...t),this.words=e.slice(),
this.of=s}};function xh({words:n,width:t,height:e},{box:s,x:o,y:i},{nx:r,ny:a,xs:l,ys:h},c,f){let u=Math.max(Math.
round($t*f.scale),1),p=xi(f,u),d=bi(t,r,b=>(o.back(b+.5)-l[0])/(l[1]-l[0])),m=bi(e,a,b=>a===1?0:(i.back(b+.5)-
h[0])/(h[1]-h[0])),w=Math.min(Math.floor(s.left+s.width),t),y=Math.min(Math.floor(s.top+s.height),e);for(let b=Math.
ceil(s.top);b<y;b++)if(!(m[b]<0))for(let x=Math.ceil(s.left);x<w;x++){let M=d[x]<0?-1:c[m[b]*r+d[x]];M>=0&&(n[b*
t+x]=p[M][b%u*u+x%u])}}function bi(n,t,e){return Int32Array.from({length:n},(s,o)=>{let i=Math.floor(t*e(o));return i>=
0&&i<t?i:-1})}function Mi(n,t,e){let s=n.getContext("2d"),{width:o,height:i}=n,r=s.createImageData(o,i),a=xi(e,
$t)[t];new Uint32Array(r.data.buffer).forEach((l,h,c)=>{c[h]=a[Math.floor(h/o)%$t*$t+h%o%$t]}),s.putImageData(
r,0,0)}function _i(n,t,{nx:e,ny:s,xs:o,ys:i},r,a){let[l,h]=[r%e,Math.floor(r/e)],c=u=>t.x.to(o[0]+u/e*(o[1]-o[0])),
f=u=>s===1?t.box.top+(1-u)*t.box.height:t.y.to(i[0]+u/s*(i[1]-i[0]));for(let[u,p]of[[a.paper,5],[a.ink,2]])n.strokeStyle=
u,n.lineWidth=p*a.scale,n.strokeRect(c(l),f(h+1),c(l+1)-c(l),f(h)-f(h+1))}var Mh={ArrowRight:[1,0],ArrowLeft:[-1,0],ArrowUp:[0,1],ArrowDown:[0,-1]},Ai={collapsed:"a component collapses",
failed:"EM fails"};function vi(n,t){if(!n)return"not computed yet.";let{status:e,nll:s}=n;if(e==="collapsed"||
e==="failed")return`${Ai[e]}.`;if(e==="unfinished")return`EM has not converged when it stops, at NLL ${T(s)}.`;
let o=s-t>.1?`${T(s-t)} above the best`:"the best";return`EM ends at NLL ${T(s)}, ${o} of this map.`}var We=class{constructor({
onopen:t,onchoose:e,onwalk:s,onleave:o,onstart:i,hasOwnSteps:r}){this.which=W("mean of component",[],l=>e(Number(
l))),this.legend=g("p",{class:"emx-legend"}),this.swatches=new Map,this.progress=g("span",{}),this.sentence=g(
"p",{class:"emx-sentence",role:"status"});let a=g("button",{type:"button",title:"arrow keys move on the map, E\
nter starts there",onfocus:()=>s(0,0),onblur:o,onclick:l=>l.detail===0&&i(),onkeydown:l=>{let h=Mh[l.key];h&&(l.
preventDefault(),l.stopPropagation(),s(...h))}},"Walk by arrow keys, Enter starts");this.element=g("details",{
class:"emx-own",ontoggle:()=>t(this.element.open)},g("summary",{},"Where may a mean start?"),g("p",{},"Each pl\
ace of the picture has the colour of the end that EM reaches if this mean starts there, and all else starts as\
 it does now. A click starts there.",r?" These are the ends of the right E- and M-step.":""),g("div",{class:"e\
mx-bar"},this.which.element,a,this.progress),this.legend,this.sentence)}showChoice(t,e){this.which.select.options.
length!==t&&this.which.show(Array.from({length:t},(s,o)=>String(o))),this.which.choose(e)}showGroups(t,e,s){let o=t.
reduce((r,{count:a})=>r+a,0);this.progress.textContent=o<e?`${o} of ${e} places`:"";let i=new Map;for(let r of t){
let a=Be(r),l=i.get(a);i.set(a,{...r,...l,count:(l?.count??0)+r.count})}this.legend.replaceChildren(...[...i].
map(([r,a])=>g("span",{},this._swatch(r,s),` ${_h(a)} (${Ah(a.count/o)})`)))}_swatch(t,e){let s=`${t} ${e.dark}`,
o=this.swatches.get(s);return o||(o=g("canvas",{width:24,height:16,"aria-hidden":"true"}),Mi(o,t,e),this.swatches.
set(s,o)),o}say(t){this.sentence.textContent=t}};function _h({status:n,level:t,nll:e}){if(n==="collapsed"||n===
"failed")return Ai[n];let s=t===0?", the best here":t>=ht-1?" and more":"";return`NLL ${T(e)}${s}${n==="unfini\
shed"?", not converged":""}`}function Ah(n){return n<.01?"<1%":`${Math.round(100*n)}%`}function Oi(n,t,e){let s=null,o=r=>{let a=t(it(n,r)[0]);return a===null?!1:(e(a),!0)};n.addEventListener("poin\
terdown",r=>{r.button!==0||!r.isPrimary||!o(r)||(s=r.pointerId,n.setPointerCapture(s))}),n.addEventListener("p\
ointermove",r=>r.pointerId===s&&o(r));let i=()=>s=null;n.addEventListener("pointerup",i),n.addEventListener("p\
ointercancel",i)}function it(n,t){let e=n.getBoundingClientRect(),s=n.width/e.width;return[(t.clientX-e.left)*
s,(t.clientY-e.top)*s]}function ct(n,t,e,s){let o=Float64Array.from(n),{D:i,origin:r,axes:a,shown:l}=s.plane,h=Z(n.length,i)+t*i;for(let c=0;c<
l;c++){let f=0;for(let u=0;u<i;u++)f+=(n[h+u]-r[u])*a[u*l+c];for(let u=0;u<i;u++)o[h+u]+=(e[c]-f)*a[u*l+c]}return o}var Si=40,vh=100,Oh=160,qe=class{constructor(t,e,s){this.app=e,this.isOpen=!1,this.k=0,this.cell=-1,this.map=null,
this.seen=null,this.layer=new ze,this.shownAt=0,this.panel=new We({onopen:o=>this._open(o),onchoose:o=>{this.k=
o,e.screen.redraw()},onwalk:(o,i)=>this._walk(o,i),onleave:()=>this._look(-1),onstart:()=>this._start(),hasOwnSteps:s}),
t.addEventListener("pointermove",o=>this.map&&this._look(this._cellAt(t,o))),t.addEventListener("pointerleave",
()=>this._look(-1)),t.addEventListener("click",o=>{!this.map||e.drag.hasGrabbed||e.layout.own.isAdding||(this.
_look(this._cellAt(t,o)),this._start())})}_open(t){this.isOpen=t,t||this._end(),this.app.screen.redraw()}_end(){
this.map&&this.app.showing.runs.stopFindingEnds(),this.map=this.seen=null,this.cell=-1}_key(){let{trace:t,dragged:e,
data:s,choice:o}=this.app.scene,i=(e??t)?.row(0);if(!i||!t||!s)return"";let r=Array.from(ct(i,this.k,[0,0],s),
a=>a.toPrecision(9));return JSON.stringify([Xt(o),s.N,t.K,o.reg_covar,this.k,r])}under(t,e,s){let{trace:o,dragged:i,
choice:r}=this.app.scene;if(!this.isOpen||!o||o.K!==r.n_components)return;this.k>=o.K&&(this.k=0),this.panel.showChoice(
o.K,this.k);let a=this._key();if(a!==this.map?.key){if(i)return;this._ask(a,e)}let{map:l}=this;if(l){if(!this.
seen){let{groups:h,which:c}=ai(l.ends),f=Co(l.grid,c.map(u=>u<0?-1:Be(h[u])));this.seen={classes:f,best:h[0]?.
nll??NaN},this.panel.showGroups(h,l.order.length,s),this._say()}this.layer.paint(t,e,l.grid,this.seen.classes,
s)}}_ask(t,{x:e,y:s,flat:o}){let{trace:i,data:r}=this.app.scene;if(!i||!r)return;let a={nx:o?Oh:Si,ny:o?1:Si,xs:[
e.low,e.high],ys:o?[0,0]:[s.low,s.high]},l=Ro(a),h=i.row(0),c=new Float64Array(l.length*h.length);l.forEach((f,u)=>{
c.set(ct(h,this.k,Te(a,f),r),u*h.length)}),this.map={key:t,grid:a,order:l,ends:new Array(l.length).fill(void 0),
known:0},this.seen=null,this.app.showing.runs.findEnds({key:t,data:r,K:i.K,rows:c,regCovar:i.regCovar})}hear({
key:t,ends:e}){let{map:s}=this;if(t!==s?.key)return;for(let i of e)s.ends[s.order[s.known++]]=i;let o=performance.
now();s.known<s.order.length&&o-this.shownAt<vh||(this.shownAt=o,this.seen=null,this.app.screen.redraw())}over(t,e,s){
this.map&&this.cell>=0&&_i(t,e,this.map.grid,this.cell,s)}_cellAt(t,e){let{x:s,y:o}=this.app.screen.plane.framed,
[i,r]=it(t,e);return this.map?jo(this.map.grid,[s.back(i),o.back(r)]):-1}_walk(t,e){let{map:s}=this;if(!s)return;
let{nx:o,ny:i}=s.grid,r=this.cell<0?Math.floor(i/2)*o+Math.floor(o/2):this.cell,a=(l,h)=>Math.min(Math.max(l,0),
h-1);this._look(a(Math.floor(r/o)+e,i)*o+a(r%o+t,o))}_look(t){t!==this.cell&&(this.cell=t,this._say(),this.app.
screen.redraw())}_say(){let{map:t,cell:e,seen:s}=this,{data:o}=this.app.scene;if(!t||e<0||!o){this.panel.say("");
return}let r=Te(t.grid,e).slice(0,o.labels.length).map((a,l)=>`${o.labels[l]} = ${T(a)}`).join(", ");this.panel.
say(`Mean ${this.k} at ${r}: ${vi(t.ends[e],s?.best??NaN)}`)}_start(){let{map:t,cell:e}=this,{trace:s,data:o,canRun:i}=this.
app.scene;!t||e<0||!s||!o||!i||this.app.startFrom(ct(s.row(0),this.k,Te(t.grid,e),o))}};function $(n,t,e,s){let{D:o,origin:i,axes:r,shown:a}=e,l=R(n,t,o,s),h=E(n,t,o,s),c=[0,0],f=[0,0,0];for(let u=0;u<
o;u++){for(let p=0;p<a;p++)c[p]+=(l[u]-i[u])*r[u*a+p];for(let p=0;p<o;p++){let d=h[u*o+p],m=r[u*a],w=a>1?r[u*a+
1]:0;f[0]+=m*d*r[p*a],a>1&&(f[1]+=m*d*r[p*a+1],f[2]+=w*d*r[p*a+1])}}return{weight:n[s],place:c,spread:f}}function Ft([
n,t,e]){let s=(n+e)/2,o=Math.hypot((n-e)/2,t);return{long:Math.sqrt(Math.max(s+o,0)),short:Math.sqrt(Math.max(
s-o,0)),angle:.5*Math.atan2(2*t,n-e)}}function Ni(n,t,e){let s=0;for(let{weight:o,place:i,spread:r}of n){let[a,
l,h]=r,c=a*h-l*l;if(!(c>0))continue;let f=t-i[0],u=e-i[1],p=(h*f*f-2*l*f*u+a*u*u)/c;s+=o*Math.exp(-.5*p)/(2*Math.
PI*Math.sqrt(c))}return s}function vn({weight:n,place:t,spread:e},s){let o=(s-t[0])**2/e[0];return n*Math.exp(
-.5*o)/Math.sqrt(2*Math.PI*e[0])}function oe(n,t){let e=n/Math.max(t,1),s=10**Math.floor(Math.log10(e));return[1,2,5,10].map(o=>o*s).find(o=>o>=
e)??10*s}function ki(n,t,e){let s=oe(t-n,e),o=Math.max(Math.abs(n),Math.abs(t))/s>=Number.MAX_SAFE_INTEGER;if(!(t>
n)||o)return[n];let i=[];for(let r=Math.ceil(n/s-1e-9);r*s<=t+1e-9*s;r++)i.push(r*s||0);return i}function Ti(n,t,e=Math.
abs(n)){Math.abs(n)<1e-9*t&&(n=0);let s=-Math.floor(Math.log10(t)+1e-9),o=Math.floor(Math.log10(Math.abs(n)||1)+
1e-9),i=e<1e6&&s<=5;return!i&&n===0?"0":(i?n.toFixed(Math.max(0,s)):n.toExponential(Math.min(Math.max(o+s,0),12))).
replace(/^-(0\.?0*)$/,"$1").replace("-","−")}function Ei(n){let[t,e]=[n[0],n[n.length-1]];if(!(e>t)||t<=0&&e>=
0)return 0;let[s,o]=[Math.abs(t),Math.abs(e)].sort((c,f)=>c-f),i=(c,f)=>Math.floor(c/10**f),r=(c,f)=>{let u=c;
for(;!f(u);)u--;return u+1},a=Math.ceil(Math.log10(o)),l=r(a,c=>i(s,c)!==i(o,c));(o-s)/10**l<=.01&&(l=r(a,c=>i(
o,c)-i(s,c)>1));let h=i(o,l);return h>=1e3?Math.sign(t)*Number((h*10**l).toPrecision(15)):0}function Ke(n){return(Math.
abs(n)>=1e6||n!==0&&Math.abs(n)<.001?n.toExponential().replace("e+","e"):String(n)).replaceAll("-","−")}function Rt(n,t,e){
let s=1/0,o=-1/0;for(let i=e;i<n.length;i+=t)s=Math.min(s,n[i]),o=Math.max(o,n[i]);return[s,o]}function D([n,t],[
e,s]){let o=(s-e)/(t-n||1);return{low:n,high:t,to:i=>e+(i-n)*o,back:i=>n+(i-e)/o}}function On([n,t]){return t-
n>1e-12*Math.max(Math.abs(n),Math.abs(t))?t-n:0}function Pi(n){return Math.max(1,...n.flat().map(t=>1e3*1e-12*
Math.abs(t)))}function Li(n,t=.08){let e=t*(On(n)||Pi([n]));return[n[0]-e,n[1]+e]}function Ge(n,t,e,s=.08){let o=[
On(n),On(t)],[i,r]=[...o].sort((p,d)=>p-d),a=!(i>0&&i<.25*r),l=r||Pi([n,t]),h=[e.width,e.height],c=h.map((p,d)=>p/
(o[d]+2*s*(a?l:o[d])));a&&(c=c.fill(Math.min(...c)));let[f,u]=[n,t].map(([p,d],m)=>{let w=h[m]/c[m]/2;return[p+
(d-p)/2-w,p+(d-p)/2+w]});return{equal:a,units:c,x:D(f,[e.left,e.left+e.width]),y:D(u,[e.top+e.height,e.top])}}
function Ii(n,t,e,s){let o=[];for(let i=0;i<e-1;i++)for(let r=0;r<t-1;r++){let a=i*t+r,l=[n[a],n[a+1],n[a+t+1],
n[a+t]],h=[];for(let c=0;c<4;c++){let f=l[c]-s,u=l[(c+1)%4]-s;if(f<0==u<0)continue;let p=f/(f-u);h.push([[r+p,
i],[r+1,i+p],[r+1-p,i+1],[r,i+1-p]][c])}for(let c=0;c+1<h.length;c+=2)o.push([...h[c],...h[c+1]])}return o}var Sh=.1,Nh=[.75,.25];function $i(n,t,e,s){let{clientWidth:o,clientHeight:i}=n,r=window.devicePixelRatio||1;n.
width=Math.round(o*r),n.height=Math.round(i*r);let a=n.getContext("2d");if(!a||!n.width)return;let l=je(n,r),h={
left:0,top:0,width:n.width,height:n.height},c=s.plane.shown===1,f=c?[0,0]:Rt(s.places,2,1),{x:u,y:p,units:d}=Ge(
Rt(s.places,2,0),f,h,Sh);a.lineWidth=1.6*r;for(let m=0;m<e;m++){let{place:w,spread:y}=$(t,e,s.plane,m);if(a.strokeStyle=
l.colors[m%l.colors.length],a.beginPath(),c){let b=2*Math.sqrt(y[0]),x=n.height*Nh[m%2];a.moveTo(u.to(w[0]-b),
x),a.lineTo(u.to(w[0]+b),x)}else{let[b,x]=d,{long:M,short:N,angle:v}=Ft([y[0]*b*b,y[1]*b*x,y[2]*x*x]);if(!Number.
isFinite(M+w[0]+w[1]))continue;a.ellipse(u.to(w[0]),p.to(w[1]),2*M,2*N,-v,0,2*Math.PI)}a.stroke()}}var Sn={bic:"BIC",heldOut:"held-out NLL"},Nn="BIC is 2 NLL + p log N of the best run of each K, with p free pa\
rameters. For the held-out NLL, EM goes on from that run with every second sample only; its NLL is that of the\
 other half. The lowest is bold.",Ue=class{constructor(t){this.values={bic:new Map,heldOut:new Map},this.cells=
new Map;for(let e of this.names)for(let s of t)this.cells.set(`${e} ${s}`,g("td",{class:"emx-criterion"}));this.
heads=this.names.map(e=>g("th",{scope:"col",title:Nn},Sn[e])),this.sentence=g("p",{class:"emx-selection"},Nn)}get names(){
return Object.keys(Sn)}cellsOf(t){return this.names.map(e=>this.cells.get(`${e} ${t}`))}clear(){for(let t of this.
names)this.values[t].clear();this._show()}show(t,e){for(let s of this.names)this.values[s].set(t,e[s]);this._show()}_show(){
for(let s of this.cells.values())s.textContent="",delete s.dataset.lowest;let t=[];for(let s of this.names){let o=kh(
this.values[s]);for(let[i,r]of this.values[s]){let a=this.cells.get(`${s} ${i}`);a&&(a.textContent=Number.isFinite(
r)?r.toFixed(1).replace("-","−"):"–",i===o&&(a.dataset.lowest="",t.push(`the ${Sn[s]} at K = ${i}`)))}}let e=t.
length?` Lowest so far: ${t.join(", ")}.`:"";this.sentence.textContent=Nn+e}};function kh(n){let t=[...n].filter(
([,e])=>Number.isFinite(e));return t.length?t.reduce((e,s)=>s[1]<e[1]?s:e)[0]:null}var Fi=[.1,1,10,100],kn={poor:"▾",collapsed:"×",unfinished:"…",failed:"!",good:""},Tn={good:"good",poor:"\
poor",collapsed:"collapsed",unfinished:"not converged",failed:"failed"};function Ri({status:n,gap:t}){if(n==="\
collapsed"||n==="failed"||Number.isNaN(t))return"none";let e=Fi.findIndex(s=>t<=s);return e<0?Fi.length:e}function Ci(){
let n=(e,s)=>g("span",{},g("i",{"data-level":e,"aria-hidden":"true"}),s),t=e=>g("span",{},g("b",{"aria-hidden":"\
true"},kn[e]),` ${Tn[e]}`);return g("p",{class:"emx-legend"},"Final NLL above the best of this K: ",n(0,"< 0.1"),
n(1,"< 1"),n(2,"< 10"),n(3,"< 100"),n(4,"≥ 100"),...["poor","collapsed","unfinished","failed"].map(t))}var ji="Choose a cell to see the end of its run.",He=class{constructor(t,e,s,o){this.onpick=s,this.draw=o,this.
selection=new Ue(t),this.thumbnail=g("canvas",{class:"emx-thumbnail","aria-hidden":"true"}),this.ends=new Map,
this.why="",this.cells=new Map,this.sentences=new Map,this.chosen="",this.picked="";let i=g("tr",{},g("th",{scope:"\
col"},"K \\ seed"),...e.map(a=>g("th",{scope:"col"},String(a))),...this.selection.heads),r=t.map(a=>g("tr",{},
g("th",{scope:"row"},String(a)),...e.map(l=>g("td",{},this._cell(a,l))),...this.selection.cellsOf(a)));this.table=
g("table",{onkeydown:a=>this._walk(a,t,e)},g("thead",{},i),g("tbody",{},...r)),this.sentence=g("p",{class:"emx\
-sentence",role:"status"},ji),this.element=g("div",{class:"emx-atlas"},g("div",{class:"emx-scroll"},this.table),
g("div",{class:"emx-told"},this.thumbnail,this.sentence),Ci(),this.selection.sentence)}_cell(t,e){let s=`${t} ${e}`,
o=`K = ${t}, seed ${e}: not computed yet.`,i=()=>this._say(s,this.why||o),r=g("button",{type:"button",tabindex:"\
-1","aria-label":`K ${t}, seed ${e}`,onclick:()=>this._pick(t,e),onfocus:i,onmouseenter:i,onmouseleave:()=>this.
_say(this.chosen)});return this.cells.set(s,r),r}_pick(t,e){this.picked=`${t} ${e}`,this.onpick(t,e)}clear(t=""){
this.sentences.clear(),this.ends.clear(),this.selection.clear(),this.why=t,this.thumbnail.hidden=!0,this.sentence.
textContent=t||ji;for(let e of this.cells.values())e.textContent="",delete e.dataset.level}showRow(t,e,s){for(let[
o,i]of e){let r=`${t} ${o}`,a=this.cells.get(r);if(!a)continue;let{status:l,nll:h,sentence:c}=i;a.dataset.level=
String(Ri(i)),a.textContent=kn[l],a.setAttribute("aria-label",`K ${t}, seed ${o}: ${Tn[l]}, NLL ${T(h)}`),this.
ends.set(r,s.get(o)??new Float64Array),this.sentences.set(r,`K = ${t}, seed ${o}. ${c}`)}this.chosen.startsWith(
`${t} `)&&this._say(this.chosen)}choose(t,e){this.cells.get(this.chosen)?.removeAttribute("aria-current"),this.
cells.get(this.chosen)?.setAttribute("tabindex","-1"),this.chosen=`${t} ${e}`;let s=this.cells.get(this.chosen);
s?.setAttribute("aria-current","true"),s?.setAttribute("tabindex","0"),this._say(this.chosen)}_say(t,e=this.sentence.
textContent??""){let s=this.ends.get(t),o=t===this.picked&&t===this.chosen?" The pictures have gone to its end\
.":"",i=this.sentences.get(t);this.sentence.textContent=i?i+o:e,this.thumbnail.hidden=!s,s&&this.draw(this.thumbnail,
s,Number(t.split(" ")[0]))}_walk(t,e,s){let i={ArrowRight:[0,1],ArrowLeft:[0,-1],ArrowDown:[1,0],ArrowUp:[-1,0]}[t.
key],r=[...this.cells].find(([,c])=>c===t.target);if(!i||!r)return;t.preventDefault(),t.stopPropagation();let[
a,l]=r[0].split(" ").map(Number),h=`${zi(e,a,i[0])} ${zi(s,l,i[1])}`;r[1].setAttribute("tabindex","-1"),this.cells.
get(h)?.setAttribute("tabindex","0"),this.cells.get(h)?.focus()}};function zi(n,t,e){return n[Math.min(Math.max(
n.indexOf(t)+e,0),n.length-1)]}var Bi=2*Math.PI,L=n=>String(Number(n.toFixed(2))),Je=(...n)=>n.every(Number.isFinite),De=class{constructor(){
this.path=""}beginPath(){this.path=""}moveTo(t,e){Je(t,e)&&(this.path+=`M${L(t)} ${L(e)}`)}lineTo(t,e){Je(t,e)&&
(this.path+=`${this.path?"L":"M"}${L(t)} ${L(e)}`)}closePath(){this.path+="Z"}rect(t,e,s,o){Je(t,e,s,o)&&(this.
path+=`M${L(t)} ${L(e)}h${L(s)}v${L(o)}h${L(-s)}Z`)}arc(t,e,s,o,i){this.ellipse(t,e,s,s,0,o,i)}ellipse(t,e,s,o,i,r,a){
let[l,h]=[Math.cos(i),Math.sin(i)],c=d=>{let[m,w]=[s*Math.cos(d),o*Math.sin(d)];return[t+m*l-w*h,e+m*h+w*l]};if(!Je(
t,e,s,o,i,r,a))return;let f=a-r>=Bi-1e-9;f?this.moveTo(...c(r)):this.lineTo(...c(r));let u=`${L(s)} ${L(o)} ${L(
i*180/Math.PI)}`,p=f?[r+Math.PI,r+Bi]:[a];for(let d of p){let m=!f&&a-r>Math.PI?1:0;this.path+=`A${u} ${m} 1 ${c(
d).map(L).join(" ")}`}f&&this.closePath()}};var Th={top:.8,middle:.35,bottom:-.2,alphabetic:0},Eh={left:"start",start:"start",center:"middle",right:"end",
end:"end"},Ki=n=>n.replaceAll("&","&amp;").replaceAll("<","&lt;").replaceAll(">","&gt;").replaceAll('"',"&quot\
;"),Wi=n=>Object.entries(n).map(([t,e])=>` ${t}="${Ki(typeof e=="number"?L(e):e)}"`).join("");function qi(){return{
fillStyle:"#000",strokeStyle:"#000",lineWidth:1,lineJoin:"miter",lineCap:"butt",globalAlpha:1,font:"10px sans-\
serif",textAlign:"start",textBaseline:"alphabetic",dash:[],groups:0}}var Ye=class extends De{constructor(t,e){
super(),Object.assign(this,qi()),this.name=t,this.measure=e,this.parts=[],this.clips=0,this.saved=[]}get text(){
let t=this.saved.reduce((e,{groups:s})=>e+s,this._state.groups);return this.parts.join(`
`)+"</g>".repeat(t)}get _state(){return this}save(){let t=Object.keys(qi()),e=Object.fromEntries(t.map(s=>[s,this[s]]));
this.saved.push(e),this._state.groups=0}restore(){let t=this.saved.pop();t&&(this.parts.push("</g>".repeat(this.
_state.groups)),Object.assign(this,t))}_group(t){this.parts.push(`<g${Wi(t)}>`),this._state.groups+=1}translate(t,e){
this._group({transform:`translate(${L(t)} ${L(e)})`})}rotate(t){this._group({transform:`rotate(${L(t*180/Math.
PI)})`})}clip(){let t=`${this.name}-${this.clips++}`;this.parts.push(`<clipPath id="${t}"><path d="${this.path}\
"/></clipPath>`),this._group({"clip-path":`url(#${t})`})}stroke(){this._path({fill:"none",...this._pen()})}fill(){
this._path({fill:this._state.fillStyle})}fillRect(t,e,s,o){this._element("rect",{x:t,y:e,width:s,height:o,fill:this.
_state.fillStyle})}strokeRect(t,e,s,o){this._element("rect",{x:t,y:e,width:s,height:o,fill:"none",...this._pen()})}fillText(t,e,s){
this._text(t,e,s,{fill:this._state.fillStyle})}strokeText(t,e,s){this._text(t,e,s,{fill:"none",...this._pen()})}measureText(t){
return this.measure(t,this._state.font)}setLineDash(t){this._state.dash=t}createImageData(t,e){return{width:t,
height:e,data:new Uint8ClampedArray(4*t*e)}}_pen(){let{strokeStyle:t,lineWidth:e,lineJoin:s,lineCap:o,dash:i}=this.
_state;return{stroke:t,"stroke-width":e,...s==="miter"?{}:{"stroke-linejoin":s},...o==="butt"?{}:{"stroke-line\
cap":o},...i.length?{"stroke-dasharray":i.map(L).join(" ")}:{}}}_path(t){this.path&&this._element("path",{d:this.
path,...t})}_text(t,e,s,o){let{font:i,textAlign:r,textBaseline:a}=this._state,[,l,h,c]=i.match(/^(\d+ )?([\d.]+)px (.*)$/)??
["","","10","sans-serif"];this._element("text",{x:e,y:s+(Th[a]??0)*Number(h),"font-size":Number(h),"font-famil\
y":c,...l?{"font-weight":l.trim()}:{},"text-anchor":Eh[r],...o},t)}_element(t,e,s=""){let{globalAlpha:o}=this.
_state,i=o===1?e:{...e,opacity:o};this.parts.push(`<${t}${Wi(i)}${s?`>${Ki(s)}</${t}>`:"/>"}`)}};var Ph=.86,Lh=1.6;function k(n,t,e,s,o){n.beginPath(),n.moveTo(t,e),n.lineTo(t+s,e+o),n.stroke()}function ft(n,t){
n.font=`${Ph*t.size*t.scale}px ${t.family}`}function En(n,t,e,s=!1){let o=oe(t-n,e),i=ki(n,t,e),r=s?Ei(i):0,a=Math.
max(...i.map(l=>Math.abs(l-r)));return i.map(l=>({value:l,offset:r,text:Ti(l-r,o,a)}))}function Gi(n,t){let e=t[0]?.
offset;return e?`${n} ${e>0?"−":"+"} ${Ke(Math.abs(e))}`:n}function Ui(n,t){return t.reduce((e,{text:s})=>Math.
max(e,n.measureText(s).width),0)}function Ih(n,t,e,s,o){let i=Math.min(8,s/(4.5*o)),r=En(t,e,i,!0);for(;i>1&&r.
length*(Ui(n,r)+o)>s;)i/=1.5,r=En(t,e,i,!0);return r}function _t(n,t,e,s=8,o=!1){return En(n.low,n.high,Math.min(
s,t/(3.5*e)),o)}function Ct(n,t,e){ft(n,e);let s=e.size*e.scale;return Math.ceil((Lh+.7+Ui(n,t)/s)*2)*.5*s}function jt(n,t,e){
n.strokeStyle=e.line,n.lineWidth=e.scale,n.strokeRect(t.left,t.top,t.width,t.height),n.fillStyle=e.soft,ft(n,e)}
function zt(n,t,e,s,o,{own:i,note:r=""}={}){let a=o.size*o.scale;n.textAlign="center",n.textBaseline="top";let l=i??
Ih(n,e.low,e.high,t.width,a);for(let{value:h,text:c}of l)k(n,e.to(h),t.top+t.height,0,.3*a),n.fillText(c,e.to(
h),t.top+t.height+.4*a);n.fillText(Gi(s,l)+r,t.left+t.width/2,t.top+t.height+1.7*a)}function Bt(n,t,e,s,o,i,r=-.3*
i.size*i.scale){let a=i.size*i.scale;n.textAlign="right",n.textBaseline="middle";for(let{value:l,text:h}of s)k(
n,t.left,e.to(l),r,0),n.fillText(h,t.left-.45*a,e.to(l));n.save(),n.translate(.75*a,t.top+t.height/2),n.rotate(
-Math.PI/2),n.textAlign="center",n.fillText(Gi(o,s),0,0),n.restore()}var $h=[.5,1.5,3,5,8,12],Y=64;function G(n,t){return[n.x.to(t[0]),n.y.to(n.flat?0:t[1])]}var Qe=class{constructor(t,e){
this.context=t,this.framed=e}_parts(t,e,s){return Array.from({length:e},(o,i)=>$(t,e,s.plane,i))}mixture(t,e,s,o,i){
let r=this._parts(e.row(s),e.K,t);this.framed.flat?(o.contours||o.ellipses)&&this._curves(r,o,i):o.contours&&this.
_contours(r,i),o.trails&&this._trails(t,e,s,i),o.ellipses&&r.forEach((a,l)=>this._spread(a,i.colors[l%i.colors.
length],i,[]))}_spread({place:t,spread:e},s,o,i){let{context:r,framed:a}=this;r.strokeStyle=s,r.setLineDash(i.
map(l=>l*o.scale));for(let l of[1,2]){if(r.lineWidth=(l===1?2.4:1.6)*o.scale*Math.sqrt(o.size/14),r.beginPath(),
a.flat){let h=a.y.to(0)+(l===1?3:8)*o.scale,c=l*Math.sqrt(e[0]);r.moveTo(a.x.to(t[0]-c),h),r.lineTo(a.x.to(t[0]+
c),h)}else{let[h,c]=a.units,{long:f,short:u,angle:p}=Ft([e[0]*h*h,e[1]*h*c,e[2]*c*c]),[d,m]=[a.x.to(t[0]),a.y.
to(t[1])];r.ellipse(d,m,f*l,u*l,-p,0,2*Math.PI)}r.stroke()}r.setLineDash([])}_trails(t,e,s,o){let{context:i,framed:r}=this,
a=e.paramsIndex(s);i.lineWidth=1.4*o.scale;for(let l=0;l<e.K;l++){i.strokeStyle=i.fillStyle=o.colors[l%o.colors.
length],i.beginPath();for(let f=0;f<=a;f++){let[u,p]=G(r,$(e.rowAt(f),e.K,t.plane,l).place);f?i.lineTo(u,p):i.
moveTo(u,p)}i.stroke();let[h,c]=G(r,$(e.rowAt(0),e.K,t.plane,l).place);i.beginPath(),i.arc(h,c,2.6*o.scale,0,2*
Math.PI),i.fill()}}_contours(t,e){let{context:s,framed:o}=this,{box:i,x:r,y:a}=o,l=new Float64Array(Y*Y),h=-1/0;
for(let u=0;u<Y;u++)for(let p=0;p<Y;p++){let d=i.left+p/(Y-1)*i.width,m=i.top+u/(Y-1)*i.height,w=Math.log(Ni(t,
r.back(d),a.back(m))+1e-300);l[u*Y+p]=w,h=Math.max(h,w)}s.strokeStyle=e.soft,s.lineWidth=e.scale,s.beginPath();
let c=i.width/(Y-1),f=i.height/(Y-1);for(let u of $h)for(let[p,d,m,w]of Ii(l,Y,Y,h-u))s.moveTo(i.left+p*c,i.top+
d*f),s.lineTo(i.left+m*c,i.top+w*f);s.stroke()}_curves(t,e,s){let{context:o,framed:i}=this,{box:r,x:a,y:l}=i,h=(c,f,u)=>{
o.strokeStyle=c,o.lineWidth=f*s.scale,o.beginPath();for(let p=r.left;p<=r.left+r.width;p+=2*s.scale)o.lineTo(p,
l.to(u(a.back(p))));o.stroke()};e.contours&&h(s.soft,1.6,c=>t.reduce((f,u)=>f+vn(u,c),0)),e.ellipses&&t.forEach(
(c,f)=>{h(s.colors[f%s.colors.length],2,u=>vn(c,u))})}end(t,e,s){let o=e.rowAt(e.nll.length-1);this._parts(o,e.
K,t).forEach((i,r)=>{this._spread(i,s.colors[r%s.colors.length],s,[2,3])})}grey(t,e,s,o){let i=this._parts(t,e,
s);if(this.framed.flat)this._curves(i,{color:"none",ellipses:!0},{...o,colors:[o.soft]});else for(let r of i)this.
_spread(r,o.soft,o,[])}truth(t,e){if(!t.truth)return;let{K:s,row:o}=t.truth;for(let i of this._parts(o,s,t)){this.
_spread(i,e.ink,e,[5,4]);let[r,a]=G(this.framed,i.place);k(this.context,r-5*e.scale,a,10*e.scale,0),k(this.context,
r,a-5*e.scale,0,10*e.scale)}}};function Hi(n,t,e,s,o){let{context:i,framed:r}=n,a=e.row(Math.min(s,e.last));n.grey(a,e.K,t,o);let l=o.size*o.
scale;i.font=`${.9*l}px ${o.family}`,i.textAlign="right",i.textBaseline="top",i.lineWidth=4*o.scale;for(let h=0;h<
e.K;h++){let[c,f]=G(r,$(a,e.K,t.plane,h).place);i.strokeStyle=o.paper,i.strokeText(String(h),c-.6*l,f+.4*l),i.
fillStyle=i.strokeStyle=o.soft,i.fillText(String(h),c-.6*l,f+.4*l),i.lineWidth=2*o.scale,k(i,c-.4*l,f,.8*l,0),
k(i,c,f-.4*l,0,.8*l),i.lineWidth=4*o.scale}}function Ji(n,t,e,s,o){let{D:i}=e,r=s.length/i;if(n.strokeStyle=o.
ink,n.lineWidth=1.6*o.scale,n.setLineDash([7*o.scale,4*o.scale]),i===1)for(let l of jh(s))Fh(n,t,l);if(i===2)for(let[
l,h]of zh(s,Ch(t)))n.beginPath(),n.moveTo(...G(t,l)),n.lineTo(...G(t,h)),n.stroke();n.setLineDash([]),n.fillStyle=
o.paper,n.lineWidth=2*o.scale;let a=6*o.scale*Math.sqrt(o.size/14);for(let l=0;l<r;l++){let[h,c]=G(t,Rh(s.subarray(
l*i,(l+1)*i),e));n.beginPath(),K[l%K.length](n,h,c,a),n.fill(),n.stroke()}}function Fh(n,{box:t,x:e},s){n.beginPath(),
n.moveTo(e.to(s),t.top),n.lineTo(e.to(s),t.top+t.height),n.stroke()}function Rh(n,{plane:{D:t,origin:e,axes:s,
shown:o}}){return Array.from({length:o},(i,r)=>{let a=0;for(let l=0;l<t;l++)a+=(n[l]-e[l])*s[l*o+r];return a})}
function Ch({box:n,x:t,y:e}){let s=t.back(n.left+n.width)-t.back(n.left),o=e.back(n.top)-e.back(n.top+n.height);
return 4*Math.hypot(s,o)}function jh(n){let t=Float64Array.from(n).sort();return Array.from(t.subarray(1),(e,s)=>(e+
t[s])/2)}function zh(n,t){let e=n.length/2,s=[];for(let o=0;o<e;o++)for(let i=o+1;i<e;i++){let[r,a,l,h]=[n[2*o],
n[2*o+1],n[2*i],n[2*i+1]],c=Math.hypot(l-r,h-a);if(!(c>0))continue;let[f,u]=[(r+l)/2,(a+h)/2],[p,d]=[(a-h)/c,(l-
r)/c],[m,w]=[-t,t];for(let y=0;y<e;y++){let[b,x]=[n[2*y],n[2*y+1]],M=2*((b-r)*p+(x-a)*d),N=(f-b)**2+(u-x)**2-(f-
r)**2-(u-a)**2;y===o||y===i||(M>0?w=Math.min(w,N/M):M<0?m=Math.max(m,N/M):N<0&&(w=-1/0))}m<w&&s.push([[f+m*p,u+
m*d],[f+w*p,u+w*d]])}return s}var Bh=(n,t)=>{let e=Math.atan2(n,-t),o=1-Math.abs((e/(2*Math.PI)*10+20)%2-1);return Math.hypot(n,t)<.48+.52*(1-
o)**1.6},Xe=[(n,t)=>n*n+t*t<.8,(n,t)=>t<.72&&t>1.9*Math.abs(n)-1.05,(n,t)=>Math.max(Math.abs(n),Math.abs(t))<.78,
(n,t)=>Math.abs(n)+Math.abs(t)<1.05,(n,t)=>t>-.72&&-t>1.9*Math.abs(n)-1.05,(n,t)=>Math.min(Math.abs(n),Math.abs(
t))<.34&&Math.max(Math.abs(n),Math.abs(t))<.95,(n,t)=>Math.min(Math.abs(n+t),Math.abs(n-t))<.46&&Math.max(Math.
abs(n),Math.abs(t))<.85,Bh];function Wh(n,t){let e=Xe[n%Xe.length],s=Math.ceil(t),o=[];for(let i=-s;i<=s;i++)for(let r=-s;r<=
s;r++){let a=0;for(let l=0;l<16;l++){let h=r-.5+(l%4+.5)/4,c=i-.5+(Math.floor(l/4)+.5)/4;e(h/t,c/t)&&a++}if(a){
let l=(Math.atan2(r,-i)/(2*Math.PI)+1)%1||.01;o.push({dx:r,dy:i,cover:a/16,turn:l})}}return{n:o.length,reach:s,
dx:Int32Array.from(o,({dx:i})=>i),dy:Int32Array.from(o,({dy:i})=>i),cover:Float64Array.from(o,({cover:i})=>i),
turn:Float64Array.from(o,({turn:i})=>i)}}var ie=class{constructor(t,e,s){this.width=t,this.height=e,this.bytes=
s,this.words=new Uint32Array(s.buffer,s.byteOffset,t*e),this.masks=new Map}clear([t,e,s]){this.words.fill((255<<
24|s<<16|e<<8|t)>>>0)}_masks(t){let e=this.masks.get(t)??Xe.map((s,o)=>Wh(o,t));return this.masks.set(t,e),e}draw({
at:t,r:e,K:s,how:o,colors:i,grey:r,paper:a,radius:l,halo:h}){let c=t.length/2,f=this._masks(l),u=this._masks(l+
1),p=e&&o==="pie",[d,m]=p?[1.35*l,1.35*l+1].map(w=>this._masks(w)[0]):[];for(let w=0;w<c;w++){let y=Math.round(
t[2*w]),b=Math.round(t[2*w+1]),x=e?Ln(e,w*s,s):0,M=e?x%Xe.length:0;if(p&&d&&m&&e[w*s+x]<.97){h&&this._stamp(y,
b,m,a,h),this._pie(y,b,d,e,w*s,s,i);continue}h&&this._stamp(y,b,u[M],a,h),e?o!=="blend"?this._stamp(y,b,f[M],i[x],
1):this._stamp(y,b,f[M],In(e,w*s,s,i),1):this._stamp(y,b,f[0],r,1)}}_stamp(t,e,s,o,i){if(!this._reaches(t,e,s))
return;let{bytes:r,words:a}=this,{n:l,dx:h,dy:c,cover:f}=s,{0:u,1:p,2:d}=o,m=(255<<24|Math.round(d)<<16|Math.round(
p)<<8|Math.round(u))>>>0;for(let w=0;w<l;w++){let y=(e+c[w])*this.width+t+h[w],b=f[w]*i;if(b===1){a[y]=m;continue}
let x=4*y;r[x]+=(u-r[x])*b,r[x+1]+=(p-r[x+1])*b,r[x+2]+=(d-r[x+2])*b}}_pie(t,e,s,o,i,r,a){if(!this._reaches(t,
e,s))return;let{bytes:l}=this;for(let h=0;h<s.n;h++){let c=0;for(let u=o[i];u<=s.turn[h]&&c<r-1;u+=o[i+c])c++;
let f=4*((e+s.dy[h])*this.width+t+s.dx[h]);for(let u=0;u<3;u++)l[f+u]+=(a[c][u]-l[f+u])*s.cover[h]}}_reaches(t,e,{
reach:s}){return t>=s&&e>=s&&t<this.width-s&&e<this.height-s}};function Ln(n,t,e){let s=0;for(let o=1;o<e;o++)
n[t+o]>n[t+s]&&(s=o);return s}var Pn=new Float64Array(3);function In(n,t,e,s){Pn.fill(0);for(let o=0;o<e;o++)if(!(n[t+
o]<1e-4))for(let i=0;i<3;i++)Pn[i]+=n[t+o]*s[o][i];return Pn}var Di=[[300,4.6],[1500,3.8],[5e3,2.6],[1/0,1.9]],Ve=5,Yi=.2,ut=class{constructor(t){this.canvas=t,this.context=
t.getContext("2d"),this.pixels=this.context.createImageData(1,1),this.image=new ie(1,1,this.pixels.data),this.
framed={}}_frame(t,e,s){let{width:o,height:i}=this.canvas,r=this.framed;if(r.data===t&&r.width===o&&r.height===
i&&r.size===e.size*e.scale)return;let a=t.plane.shown===1,l=Rt(t.places,2,0),h=Rt(t.places,2,1),f=s&&(!r.data||
Kh(r.data,t))&&r.units&&!a&&!r.flat&&r.width===o&&Gh(r,l,h),{box:u,x:p,y:d,units:m,equal:w}=f?r:this._fitted(l,
h,a,e),y=new Float64Array(2*t.N);for(let x=0;x<t.N;x++){y[2*x]=p.to(t.places[2*x]);let M=u.height*(1-Yi*(.15+.7*
(x*.618034%1)));y[2*x+1]=a?u.top+M:d.to(t.places[2*x+1])}this.framed={data:t,width:o,height:i,size:e.size*e.scale,
box:u,x:p,y:d,units:m,equal:w,flat:a,at:y};let b=this.context.createImageData(o,i);this.pixels=b,this.image=new ie(
o,i,b.data)}_fitted(t,e,s,o){let{width:i,height:r}=this.canvas,a=o.size*o.scale,l=3.4*a;for(let h=0;;h++){let c={
left:l,top:.6*a,width:i-l-.6*a,height:r-3.7*a},f=s?Uh(t,c):Ge(t,e,c),u=Math.max(3.4*a,Ct(this.context,_t(f.y,c.
height,a,8,!s),o));if(u<=l||h===2)return{box:c,...f};l=u}}draw({data:t,trace:e,h:s,layers:o,look:i,keep:r,showsEnd:a,
under:l,between:h,over:c,others:f}){this._frame(t,i,r);let{context:u,framed:p}=this;this._points(t,e,s,o,i,l),
u.lineJoin="round",this._axes(t,i);let d=new Qe(u,p);this._clipped(()=>{f?.ghost&&Hi(d,t,f.ghost,s,i),f?.means&&
Ji(u,p,t,f.means,i),e&&d.mixture(t,e,s,o,i),o.truth&&t.truth&&d.truth(t,i),e&&a&&d.end(t,e,i),h?.(u,p)}),e&&o.
ellipses&&this._means(t,e,s,i),c&&this._clipped(c)}_clipped(t){let{context:e,framed:s}=this,{left:o,top:i,width:r,
height:a}=s.box;e.save(),e.beginPath(),e.rect(o,i,r,a),e.clip(),t(),e.restore()}clear(t,e=""){let{context:s,canvas:o,
framed:i}=this,{width:r,height:a}=o,h=i.units&&!i.flat&&i.width===r&&i.height===a?i:this._fitted([-Ve,Ve],[-Ve,
Ve],!1,t);this.framed={...h,data:null,width:r,height:a,size:t.size*t.scale,flat:!1,at:new Float64Array(0)},s.fillStyle=
t.paper,s.fillRect(0,0,r,a),this._axes({labels:["x₁","x₂"]},t);let{left:c,top:f,width:u,height:p}=this.framed.
box;s.font=`${t.size*t.scale}px ${t.family}`,s.fillStyle=t.ink,s.textAlign="center",s.fillText(e,c+u/2,f+p/2)}_points(t,e,s,o,i,r){
let a=t.N>1500;this.image.clear(i.paperBytes),r?.(this.image,this.framed),this.image.draw({at:this.framed.at,r:e&&
o.color!=="none"?e.responsibilities(s):null,K:e?.K??0,how:o.color,colors:i.colorBytes,grey:i.greyBytes,paper:i.
paperBytes,radius:$n(t,i),halo:a?0:.75}),this.context.putImageData(this.pixels,0,0)}_axes(t,e){let{context:s,framed:o}=this,
{box:i,x:r,y:a,flat:l,equal:h}=o,c=_t(a,i.height,e.size*e.scale,8,!l).filter(({value:f})=>!l||f>=0);jt(s,i,e),
zt(s,i,r,t.labels[0],e,{note:h?"":`, not to the scale of ${t.labels[1]}`}),Bt(s,i,a,c,l?"density":t.labels[1],
e)}placeOfMean(t,e,s,o){let{box:i}=this.framed,[r,a]=G(this.framed,$(t,e,s.plane,o).place),l=(f,u,p)=>Math.min(
Math.max(f,u),u+p),[h,c]=[l(r,i.left,i.width),l(a,i.top,i.height)];return{x:h,y:c,outside:h!==r||c!==a}}_besideMean(t,e,s,o){
let{box:i}=this.framed;return[t+1.2*s+o<i.left+i.width?t+.8*s:t-s-o,e-3*s>i.top?e-.6*s:e+2.8*s]}_means(t,e,s,o){
let{context:i}=this,r=e.row(s),a=7.5*o.scale*Math.sqrt(o.size/14);i.font=`600 ${.95*o.size*o.scale}px ${o.family}`,
i.textAlign="left",i.textBaseline="bottom";for(let h=0;h<e.K;h++){let{x:c,y:f,outside:u}=this.placeOfMean(r,e.
K,t,h);i.beginPath(),K[h%K.length](i,c,f,a),i.strokeStyle=o.paper,i.lineWidth=5*o.scale,i.stroke(),i.strokeStyle=
u?o.colors[h%o.colors.length]:o.ink,i.lineWidth=1.6*o.scale,i.fillStyle=u?o.paper:o.colors[h%o.colors.length],
i.fill(),i.stroke()}let l=Array.from({length:e.K},(h,c)=>this.placeOfMean(r,e.K,t,c));for(let{x:h,y:c,text:f}of qh(
l,1.5*a)){let u=this._besideMean(h,c,a,i.measureText(f).width);i.strokeStyle=o.paper,i.lineWidth=4*o.scale,i.strokeText(
f,...u),i.fillStyle=o.ink,i.fillText(f,...u)}}};function $n({N:n},t){return(Di.find(([s])=>n<=s)??Di[0])[1]*t.
scale*Math.sqrt(t.size/14)}function qh(n,t){let e=[];return n.forEach(({x:s,y:o},i)=>{let r=e.find(a=>Math.hypot(
a.x-s,a.y-o)<t);r?r.text+=`, ${i}`:e.push({x:s,y:o,text:String(i)})}),e}function Kh(n,t){return t.D===n.D&&t.N===
n.N+1&&n.X.every((e,s)=>e===t.X[s])}function Gh({x:n,y:t,box:e},s,o){return n.to(s[1])<=e.left+e.width&&t.to(o[0])<=
e.top+e.height&&n.to(s[0])>=e.left&&t.to(o[1])>=e.top}function Uh(n,t){let e=Li(n),s=8/(Math.sqrt(2*Math.PI)*(e[1]-
e[0])),o=t.top+t.height*(1-Yi);return{x:D(e,[t.left,t.left+t.width]),y:D([0,s],[o,t.top]),units:[1,1],equal:!0}}var Jh=.75,Dh=-Math.PI/2,Yh=n=>`#${Array.from(n,t=>Math.round(t).toString(16).padStart(2,"0")).join("")}`,Ze=class extends ut{_points(t,e,s,o,i){
let{context:r,canvas:a,framed:l}=this;r.fillStyle=i.paper,r.fillRect(0,0,a.width,a.height);let h=$n(t,i),c=e&&
o.color!=="none"?e.responsibilities(s):null,f=e?.K??0;r.strokeStyle=i.paper,r.lineWidth=2;for(let u=0;u<t.N;u++){
let[p,d]=[l.at[2*u],l.at[2*u+1]],m=c?Ln(c,u*f,f):0,w=c!==null&&o.color==="pie"&&c[u*f+m]<.97,y=K[w?0:m%K.length];
if(r.beginPath(),y(r,p,d,w?1.35*h:h),t.N<=1500&&(r.globalAlpha=Jh,r.stroke(),r.globalAlpha=1),w)this._pie(p,d,
.9*1.35*h,c.subarray(u*f,(u+1)*f),i);else{let b=c?o.color!=="blend"?i.colorBytes[m]:In(c,u*f,f,i.colorBytes):i.
greyBytes;r.fillStyle=Yh(b),r.fill()}}}_pie(t,e,s,o,i){let{context:r}=this,a=Dh;for(let l=0;l<o.length;l++){let h=a+
2*Math.PI*o[l];o[l]<.002||(r.beginPath(),o[l]<.998&&r.moveTo(t,e),r.arc(t,e,s,a,o[l]<.998?h:a+2*Math.PI),r.closePath(),
r.fillStyle=i.colors[l%i.colors.length],r.fill(),a=h)}}};function Wt(n,t,e,s,o){n.beginPath(),o==="M"?n.rect(t-.88*s,e-.88*s,1.76*s,1.76*s):n.arc(t,e,s,0,2*Math.PI),n.
fill()}function pt(n,t,e,s,o){let i=o.size*o.scale;n.fillStyle=o.paper,Wt(n,t,e,.58*i,s),n.fillStyle=U(s,o),Wt(
n,t,e,.42*i,s)}function U(n,t){return n==="E"?t.E:n==="M"?t.M:t.ink}function ts(n,t,e,s){let o=e.size*e.scale;
ft(n,e);let i=Math.max(...s.map(({text:a})=>n.measureText(a).width))+2.6*o,r=t.left+t.width-i-.4*o;n.fillStyle=
e.paper,n.fillRect(r,t.top+.3*o,i,(.1+1.3*s.length)*o),n.textAlign="left",n.textBaseline="middle",s.forEach(({
text:a,color:l,dash:h},c)=>{let f=t.top+(1+1.3*c)*o;n.strokeStyle=l,n.lineWidth=2*e.scale,n.setLineDash(h.map(
u=>u*e.scale)),k(n,r+.2*o,f,1.6*o,0),n.setLineDash([]),n.fillStyle=e.soft,n.fillText(a,r+2.2*o,f)})}var At=12,Qh=6;function qt(n,t,e){if(!e.zoom)return[0,Math.max(n.last,1)];let s=Math.max(0,Math.min(t-At,n.last-
2*At));return[s,Math.max(Math.min(s+2*At,n.last),s+1)]}function Fn(n,t,e,s){let o=1/0,i=-1/0,r=u=>{Number.isFinite(
u)&&(o=Math.min(o,u),i=Math.max(i,u))},l=n.nll.subarray(1).some(Number.isFinite)?Math.max(t,2):t;for(let u=Math.
min(l,e);u<=e;u++)r(n.nllAt(u)),s.bound&&r(n.nllAt(u)+n.gapIfKnown(u));if(i<o)return{low:0,high:1,clipped:!1};
let h=Math.max(i-o,1e-9*Math.abs(i),1e-9),c=t<2?n.nll[0]:-1/0,f=c-o>4*h&&e>2;return i=f?i+.25*h:Math.max(i,c),
i-o<1e-6&&([o,i]=[o-.5,i+.5]),{low:o,high:i,clipped:f}}function Xi(n,{low:t,high:e,clipped:s},o,i){if(!n||o>n.
last)return{low:t,high:e,clipped:s};let r=Fn(n,o,Math.min(i,n.last),{color:"none"});return{low:Math.min(t,r.low),
high:Math.max(e,r.high),clipped:s}}function Kt(n,t){let e=Math.max(1,oe((n.high-n.low)/2,Math.min(8,t))),s=[];
for(let o=Math.ceil(n.low/2/e)*e;2*o<=n.high;o+=e)s.push({value:2*o,text:String(o)});return s}function Vi(n,t,e,s){
let o=performance.now();n.gap(s);for(let i=1;i<=e-t;i++)for(let r of[s-i,s+i])if(!(r<Math.max(t,1)||r>e||!Number.
isNaN(n.gapIfKnown(r)))&&(n.gap(r),performance.now()-o>Qh))return!1;return!0}var Zi="negative log-likelihood",es=class{constructor(t){this.canvas=t,this.context=t.getContext("2d"),this.framed=
null}halfStepAt(t){if(!this.framed)return null;let{box:e,x:s}=this.framed;return t>=e.left-e.width/40&&t<=e.left+
1.025*e.width?Math.round(s.back(t)):null}clear(t){let{context:e,canvas:s}=this;this.framed=null,e.fillStyle=t.
paper,e.fillRect(0,0,s.width,s.height)}draw({trace:t,h:e,layers:s,look:o,marked:i,ghost:r}){let{context:a,canvas:l}=this;
this.clear(o);let h=o.size*o.scale,[c,f]=qt(t,e,s),u=r&&!s.zoom?Math.max(f,r.last):f,p=!s.bound||Vi(t,c,f,e),{
low:d,high:m,clipped:w}=Xi(r,Fn(t,c,f,s),c,u),[y,b]=[.6*h,l.height-3.7*h],x=D([d,m],[y+b-.5*h,y+.5*h]),M=_t(x,
b,h,7),N=Ct(a,M,o),v={left:N,top:y,width:l.width-N-.8*h,height:b},F=D([c,Math.max(u,c+1)],[v.left+.4*h,v.left+
v.width-.6*h]);this.framed={box:v,x:F},jt(a,v,o);let be=a.measureText(Zi).width<b+2*y;return Bt(a,v,x,M,be?Zi:
"NLL",o,v.width),zt(a,v,F,"iteration",o,{own:Kt(F,v.width/(4*h))}),a.save(),a.beginPath(),a.rect(v.left,v.top,
v.width,v.height),a.clip(),r&&this._ghost(r,c,u,F,x,o),s.bound&&this._bound(t,c,f,F,x,o),this._curve(t,c,f,F,x,
o,s),a.restore(),this._events(t,c,f,F,x,o,v),w&&c===0&&this._startNote(t,v,o),s.bound&&this._legend(v,o),i&&this.
_marker(t,e,F,x,o,s,v),p}_curve(t,e,s,o,i,r,a){let{context:l}=this;l.strokeStyle=r.ink,l.lineWidth=2*r.scale,l.
lineJoin="round",l.beginPath();for(let h=e;h<=s;h++)l.lineTo(o.to(h),i.to(t.nllAt(h)));if(l.stroke(),!(s-e>4*At))
for(let h=e;h<=s;h++){let c=a.bound?[t.nllAt(h),t.nllAt(h)+t.gap(h)]:[t.nllAt(h)];l.fillStyle=U(_(h),r),c.forEach(
f=>Wt(l,o.to(h),i.to(f),3*r.scale,_(h)))}}_ghost(t,e,s,o,i,r){let{context:a}=this;a.strokeStyle=r.soft,a.lineWidth=
2*r.scale,a.setLineDash([2*r.scale,3*r.scale]),a.beginPath();for(let l=e;l<=Math.min(s,t.last);l++)a.lineTo(o.
to(l),i.to(t.nllAt(l)));a.stroke(),a.setLineDash([])}_bound(t,e,s,o,i,r){let{context:a}=this,l=[];for(let c=Math.
max(e,1);c<=s;c++)Number.isNaN(t.gapIfKnown(c))||l.push(c);let h=c=>t.nllAt(c)+t.gapIfKnown(c);a.fillStyle=r.M,
a.globalAlpha=.25,a.beginPath(),l.forEach(c=>a.lineTo(o.to(c),i.to(h(c)))),[...l].reverse().forEach(c=>a.lineTo(
o.to(c),i.to(t.nllAt(c)))),a.fill(),a.globalAlpha=1,a.strokeStyle=r.M,a.lineWidth=1.8*r.scale,a.setLineDash([6*
r.scale,4*r.scale]),a.beginPath(),l.forEach(c=>a.lineTo(o.to(c),i.to(h(c)))),a.stroke(),a.setLineDash([])}_events(t,e,s,o,i,r,a){
let{context:l}=this;l.fillStyle=l.strokeStyle=r.alarm;let h=5*r.scale;for(let c of t.run.rises){if(c<e||c>s)continue;
let f=Math.max(i.to(t.nllAt(c)),a.top+h);l.beginPath(),l.moveTo(o.to(c),f-1.4*h),l.lineTo(o.to(c)+h,f+.6*h),l.
lineTo(o.to(c)-h,f+.6*h),l.fill()}if(t.failed>=e&&t.failed<=s){let c=o.to(t.failed);l.lineWidth=2.5*r.scale,l.
setLineDash([4*r.scale,4*r.scale]),k(l,c,a.top,0,a.height),l.setLineDash([]);let f=i.to(t.nllAt(t.failed));k(l,
c-h,f-h,2*h,2*h),k(l,c-h,f+h,2*h,-2*h)}}_marker(t,e,s,o,i,r,a){let{context:l}=this,h=_(e),c=s.to(e),f=Math.max(
o.to(t.nllAt(e)),a.top);if(l.strokeStyle=U(h,i),l.lineWidth=i.scale,k(l,c,a.top+a.height,0,Math.min(0,f-a.top-
a.height)),r.bound&&t.gap(e)>0){let u=Math.max(o.to(t.nllAt(e)+t.gap(e)),a.top);l.lineWidth=3.5*i.scale,k(l,c,
f,0,u-f)}pt(l,c,f,h,i)}_legend(t,e){ts(this.context,t,e,[{text:"NLL",color:e.ink,dash:[]},{text:"bound (NLL + \
KL)",color:e.M,dash:[6,4]}])}_startNote(t,e,s){let{context:o}=this,i=s.size*s.scale;ft(o,s),o.textAlign="left",
o.textBaseline="top";let r=`↑ start: ${t.nll[0].toFixed(1)}`,a=e.left+1.6*i;o.fillStyle=s.paper,o.fillRect(a-
.2*i,e.top+.3*i,o.measureText(r).width+.4*i,1.1*i),o.fillStyle=s.soft,o.fillText(r,a,e.top+.4*i)}};var re=97,tr=[24,12,6,3,1],Xh=2;function Rn(n,t){return Math.max(n.responsibilitiesIndex(t),0)}function Vh(n,t,e){
let{K:s,run:o,data:i}=n,{D:r,N:a}=i,l=Rn(n,t),h=n.rowAt(l),c=(l+1)*n.width<o.params.length?n.rowAt(l+1):null,f=wt(
e,s,r),u=c&&$o(h,c,s,r);if(!f&&c&&u){let M=at(u,s,r);return{parameter:u,isAlong:!0,places:[-1,3],valueAt:N=>h[M]+
N*(c[M]-h[M]),rowAt:N=>h.map((v,F)=>v+N*(c[F]-v))}}let p=f??{kind:"mean",component:0,feature:0},d=at(p,s,r),m=c?
c[d]-h[d]:0,w=Xh*Zh(h,s,r,a,p),y=Math.max(Math.abs(m),w)||1,b=n.row(t),x=M=>h[d]+m/2+M*y;return{parameter:p,isAlong:!1,
places:[-3,3],valueAt:x,rowAt:M=>Lo(b,s,r,p,x(M))}}function Zh(n,t,e,s,{kind:o,component:i,feature:r}){let a=n[i];
if(o==="weight")return Math.sqrt(a*(1-a)/s);let l=n[at({kind:"variance",component:i,feature:r},t,e)],h=Math.max(
a*s,1);return o==="mean"?Math.sqrt(l/h):l*Math.sqrt(2/h)}var ss=class{constructor(t,e,s){let{data:o,K:i}=t;this.
key=er(t,e,s),this.trace=t,this.line=Vh(t,e,s),this.name=Se(this.line.parameter,o.D),this.nll=new Float64Array(
re).fill(NaN),this.bound=new Float64Array(re).fill(NaN),this.scratch=new Float64Array(o.N*i);let r=t.responsibilities(
e);this.entropy=r?se(r):NaN,this.open=tr.flatMap((h,c)=>Array.from({length:re},(f,u)=>u).filter(f=>f%h===0&&!tr.
slice(0,c).some(u=>f%u===0)));let a=Rn(t,e),l=(a+1)*t.width<t.run.params.length;this.at=at(this.line.parameter,
i,o.D),this.here=this._at(t.row(e),r),this.before=this._at(t.rowAt(a),r),this.after=l?this._at(t.rowAt(a+1),r):
{nll:NaN,bound:NaN}}isOf(t,e,s){return this.trace===t&&this.key===er(t,e,s)}get known(){let t=new Set(this.open);
return Array.from({length:re},(e,s)=>s).filter(e=>!t.has(e))}placeOf(t){let[e,s]=this.line.places;return e+t*(s-
e)/(re-1)}compute(t,e){if(!this.open.length)return!0;let s=performance.now()+e,o=this.trace.responsibilities(t);
do{let i=this.open.shift();({nll:this.nll[i],bound:this.bound[i]}=this._at(this.line.rowAt(this.placeOf(i)),o))}while(this.
open.length&&performance.now()<s);return!this.open.length}_at(t,e){let{data:s,K:o}=this.trace,i=Io(s,t,o,e??[],
this.scratch,this.entropy);return e?i:{nll:i.nll,bound:NaN}}};function er(n,t,e=""){let{K:s,data:o,run:i,width:r}=n,
a=Rn(n,t),l=(a+1)*r<i.params.length,h=n.responsibilitiesIndex(t)<0,c=wt(e,s,o.D)||!l?n.paramsIndex(t):-1;return[
e,a,l,h,c].join()}var tc=2;function vt(n,t,{caption:e,xs:s,ys:o,bottom:i,left:r,across:a,up:l}){let{canvas:h}=n,c=t.size*t.scale;
ec(n,t,e);let f=(.7+1.25*tc)*c,u=h.height-f-3.1*c,p=D(o,[f+u-.5*c,f+.5*c]),d=l??_t(p,u,c,7,!0),m=Ct(n,d,t),w={
left:m,top:f,width:h.width-m-.8*c,height:u},y=D(s,[w.left+.4*c,w.left+w.width-.6*c]);return jt(n,w,t),Bt(n,w,p,
d,r,t,w.width),zt(n,w,y,i,t,{own:a?.(y,w.width/(4*c))}),{box:w,x:y,y:p}}function ec(n,t,e){let s=t.size*t.scale;
ft(n,t),n.fillStyle=t.ink,n.textAlign="left",n.textBaseline="top";let o=n.canvas.width-1.2*s;sc(e,i=>n.measureText(
i).width<=o).forEach((i,r)=>n.fillText(i,.6*s,(.3+1.2*r)*s))}function sc(n,t){let e=[];for(let s of n.split(" ")){
let o=e.length?`${e[e.length-1]} ${s}`:s;e.length&&t(o)?e[e.length-1]=o:e.push(s)}return e}function Gt(n,t,e){
n.save(),n.beginPath(),n.rect(t.left,t.top,t.width,t.height),n.clip(),e(),n.restore()}function ns(n,{x:t,y:e},s,o){
n.strokeStyle=o.ink,n.lineWidth=2*o.scale,n.lineJoin="round",n.beginPath();for(let[i,r]of s)n.lineTo(t.to(i),e.
to(r));if(n.stroke(),!(s.length>4*At))for(let[i,r]of s)n.fillStyle=U(_(i),o),Wt(n,t.to(i),e.to(r),3*o.scale,_(
i))}function os(n,t){if(!n)return null;let{box:e,x:s}=n;return t>=e.left-e.width/40&&t<=e.left+1.025*e.width?Math.
round(s.back(t)):null}function Ut(n){let t=Math.abs(n);return`${(t!==0&&t<.01?n.toExponential(1):n.toFixed(2)).replace(/-/g,"−")} \
nats`}var nc=4,oc=1e-9,is=class{constructor(t){this.context=t,this.caption="",this.cut=null}halfStepAt(){return null}draw({
trace:t,h:e,layers:s,look:o}){let i=s.along;if(t.data.isPart)return this.caption="The bound is a sum over all \
samples, and only some of them are here.",vt(this.context,o,{caption:this.caption,xs:[0,1],ys:[0,1],bottom:"",
left:""}),!0;this.cut?.isOf(t,e,i)||(this.cut=new ss(t,e,i));let{cut:r}=this,a=r.compute(e,nc),{here:l,value:h}=ic(
r,t,e);this.caption=ac(r,t,e,l);let[c,f]=r.line.places.map(d=>r.line.valueAt(d)),u=vt(this.context,o,{caption:this.
caption,xs:[Math.min(c,f),Math.max(c,f)],ys:rc(r),bottom:`${r.name} (${r.line.isAlong?"the others move along":
"the others stay"})`,left:"nats"});Gt(this.context,u.box,()=>{this._curve(u,r,r.bound,o.M,[6,4],o),this._curve(
u,r,r.nll,o.ink,[],o)});let p={text:"bound (NLL + KL)",color:o.M,dash:[6,4]};return ts(this.context,u.box,o,[{
text:"NLL",color:o.ink,dash:[]},...e>0?[p]:[]]),this._here(u,l,h,_(e),o),a}_curve({x:t,y:e},s,o,i,r,a){let{context:l}=this;
l.strokeStyle=i,l.lineWidth=2*a.scale,l.setLineDash(r.map(c=>c*a.scale)),l.beginPath();let h=!1;for(let c of s.
known){let f=Number.isFinite(o[c]),u=[t.to(s.line.valueAt(s.placeOf(c))),e.to(o[c])];f&&l[h?"lineTo":"moveTo"](
...u),h=f}l.stroke(),l.setLineDash([])}_here({x:t,y:e,box:s},o,i,r,a){let{context:l}=this,h=t.to(i),c=u=>Math.
min(Math.max(e.to(u),s.top),s.top+s.height),f=c(Number.isNaN(o.bound)?o.nll:o.bound);l.strokeStyle=U(r,a),l.lineWidth=
a.scale,k(l,h,s.top+s.height,0,f-s.top-s.height),l.lineWidth=3.5*a.scale,k(l,h,f,0,c(o.nll)-f),pt(l,h,f,r,a)}};
function ic(n,t,e){let s=t.effective(e)>0&&t.effective(e)%2===0,{line:o}=n;return o.isAlong?{here:s?n.after:n.
before,value:o.valueAt(s?1:0)}:{here:n.here,value:t.row(e)[n.at]}}function rc(n){let{before:t,after:e,line:s}=n,
o=s.isAlong?t:n.here,i=[...n.nll,o.nll,e.nll].filter(Number.isFinite);if(!i.length||!Number.isFinite(o.nll))return[
0,1];let r=Math.min(...i),a=t.bound-e.bound,l=s.isAlong?Math.max(a||0,.35*(o.nll-r)):Math.max(...i)-o.nll,h=Math.
max(o.nll+l,o.bound||-1/0);return h>r?[r,h]:[r-.5,r+.5]}function ac(n,t,e,s){let{before:o,after:i,line:r}=n,a=_(
t.effective(e));if(a==="start")return"There are no responsibilities yet, so there is no bound.";let l=s.bound-
s.nll,h=oc*Math.abs(s.nll);if(a==="E"){if(t.isOwn(e)&&l>1e-6)return`The bound stays ${Ut(l)} above the NLL: th\
e E-step is not the posterior.`;let d=t.effective(e)===1?"made a bound that":"lowered the bound until it",m=r.
isAlong?" The M-step will go to its lowest point.":"";return`The E-step has ${d} touches the NLL.${m}`}let c=l>
h?`The NLL is another ${Ut(l)} below.`:"It still touches the NLL.",f=o.bound-i.bound,u=Math.min(...n.known.map(
d=>n.bound[d]).filter(Number.isFinite),s.bound);return s.bound-u>.02*Math.max(o.bound-u,0)+h?`The M-step has n\
ot gone to the lowest point of the bound${t.regCovar>=1e-4?`: reg_covar = ${t.regCovar} keeps it off`:""}. ${c}`:
f<=h?`The bound was at its lowest point already. ${c}`:`The M-step has gone to the lowest point of the bound${r.
isAlong?`, ${Ut(f)} down`:""}. ${c}`}var lc=1e-10,sr=1e-13,hc=5e3,nr=10,cc=.02,rs=class{constructor(t){this.trace=t,this.length=t.nll.length,this.ended=
t.run.ended;let{data:e,run:s,K:o,regCovar:i}=t,r=t.nll[this.length-1],a=!t.isRunning&&s.ended!=="failed"&&!e.isPart&&
!t.isOfOwnSteps,l={regCovar:i,tol:Math.max(lc,sr*Math.abs(r)),maxIter:hc},h=t.rowAt(this.length-1).slice();this.
longer=a?q(e,h,o,l):null}isOf(t){return this.trace===t&&this.length===t.nll.length&&this.ended===t.run.ended}compute(t){
let{longer:e}=this;return e?.ended==="running"&&C(e,performance.now()+t),e?.ended!=="running"}get nll(){let t=[
...this.trace.nll,...this.longer?.nll??[]].filter(Number.isFinite);return Math.min(...t)}get distances(){let t=this.
nll,e=10*sr*Math.abs(t);return Float64Array.from(this.trace.nll,s=>s-t>e?s-t:NaN)}};function as(n,t=nr,e=n.length-
1){if(e<=t)return NaN;let s=o=>Math.abs(n[o]-n[o-1]);return(s(e)/s(e-t))**(1/t)}function or(n){let[t,e]=[n.length-
1,nr/2];return Math.abs(as(n,e)-as(n,e,t-e))<cc}var fc=6,uc=7,ls=class{constructor(t){this.context=t,this.caption="",this.ending=null,this.framed=null}halfStepAt(t){
return os(this.framed,t)}draw({trace:t,h:e,layers:s,look:o}){let{context:i}=this;this.ending?.isOf(t)||(this.ending=
new rs(t));let r=this.ending.compute(fc),{distances:a}=this.ending,[l,h]=qt(t,e,s),c=a.map(Math.log10),f=[...c.
subarray(l>>1,(h>>1)+1)].filter(Number.isFinite),u=f.length?Math.floor(Math.min(...f)):-1,p=f.length?Math.max(
Math.ceil(Math.max(...f)),u+1):1;this.caption=dc(t,e,a);let d=vt(i,o,{caption:this.caption,xs:[l,Math.max(h,l+
1)],ys:[u,p],bottom:"iteration",left:"NLL above its end (log)",across:Kt,up:pc(u,p)});this.framed=d;let{box:m,
x:w,y}=d,b=Array.from({length:h-l+1},(N,v)=>l+v).map(N=>[N,c[t.paramsIndex(N)]]).filter(([,N])=>Number.isFinite(
N));Gt(i,m,()=>ns(i,d,b,o));let x=c[t.paramsIndex(e)];i.strokeStyle=U(_(e),o),i.lineWidth=o.scale;let M=m.top+
m.height;return k(i,w.to(e),M,0,(Number.isFinite(x)?y.to(x):m.top)-M),Number.isFinite(x)&&pt(i,w.to(e),y.to(x),
_(e),o),r}};function pc(n,t){let e=Math.ceil((t-n)/uc);return Array.from({length:Math.floor((t-n)/e)+1},(o,i)=>n+
i*e).map(o=>({value:o,text:Ke(+`1e${o}`)}))}function dc(n,t,e){let s=n.paramsIndex(t),o=Number.isNaN(e[s])?"He\
re the NLL is at its end":`${Ut(e[s])} to go`,i=s>0?e[s]/e[s-1]:NaN,r=Number.isNaN(i)?"":`; iteration ${Lt(2*s)}\
 left ${i.toFixed(2)} of the distance`,a=n.isRunning?NaN:as(n.nll),l=or(n.nll)?": a straight line":" on averag\
e",h=a<1?` Each of the last 10 leaves ${a.toFixed(2)}${l}.`:"";return`${o}${r}.${h}`}var mc=6,ir=new WeakMap;function hs(n,t){let e=Cn(n),s=n.responsibilitiesIndex(t);if(s<0)return NaN;let o=e.get(
s);return o===void 0&&(o=se(n.responsibilities(t)??[]),e.set(s,o)),o}function Cn(n){let t=ir.get(n)??new Map;return ir.
set(n,t),t}function gc(n,t,e,s){let o=performance.now()+mc,i=Cn(n);hs(n,s);for(let r=1;r<=e-t;r++)for(let a of[
s-r,s+r])if(!(a<Math.max(t,1)||a>e||i.has(n.responsibilitiesIndex(a)))){if(performance.now()>o)return!1;hs(n,a)}
return!0}var cs=class{constructor(t){this.context=t,this.caption="",this.framed=null}halfStepAt(t){return os(this.
framed,t)}draw({trace:t,h:e,layers:s,look:o}){let{context:i}=this,[r,a]=qt(t,e,s),l=gc(t,r,a,e),h=Cn(t),c=[];for(let y=Math.
max(r,1);y<=a;y++){let b=h.get(t.responsibilitiesIndex(y));b!==void 0&&Number.isFinite(b)&&c.push([y,b])}this.
caption=yc(t,e),this.framed=vt(i,o,{caption:this.caption,xs:[r,Math.max(a,r+1)],ys:wc(c.map(([,y])=>y)),bottom:"\
iteration",left:"entropy in nats",across:Kt});let{box:f,x:u,y:p}=this.framed;Gt(i,f,()=>ns(i,{box:f,x:u,y:p},c,
o));let d=hs(t,e),m=Number.isFinite(d),w=f.top+f.height;return i.strokeStyle=U(_(e),o),i.lineWidth=o.scale,k(i,
u.to(e),w,0,(m?p.to(d):f.top)-w),m&&pt(i,u.to(e),p.to(d),_(e),o),l}};function wc(n){let[t,e]=[Math.min(...n),Math.
max(...n)];return n.length?e-t>1e-9*Math.max(1,e)?[t,e]:[t-.5,t+.5]:[0,1]}function yc(n,t){let e=hs(n,t);if(Number.
isNaN(e))return"There are no responsibilities yet, so they have no entropy.";let{N:s}=n.data,o=Math.log(n.K),i=`${(e/
s).toFixed(3)} per sample`;return n.K===1?"With one component nothing is undecided: the entropy is 0.":`The re\
sponsibilities have ${e.toFixed(2)} nats of entropy: ${i}, where log ${n.K} = ${o.toFixed(2)} is undecided.`}var Ot=class{constructor(t){this.chart=new es(t);let{context:e}=this.chart;this.others={bound:new is(e),distance:new ls(
e),entropy:new cs(e)},this.other=null}get caption(){return this.other?.caption??""}halfStepAt(t){return(this.other??
this.chart).halfStepAt(t)}clear(t){this.chart.clear(t)}draw(t){return this.other=this.others[t.layers.picture??
""]??null,this.other?(this.clear(t.look),this.other.draw(t)):this.chart.draw(t)}};var rr=2,bc=500;function fs(n,t){let e=n.map(l=>l.getBoundingClientRect()),[s,o]=[Math.min(...e.map(({x:l})=>l)),
Math.min(...e.map(({y:l})=>l))],i=e.map(({x:l,y:h,width:c,height:f})=>({x:Math.round((l-s)*t),y:Math.round((h-
o)*t),width:Math.round(c*t),height:Math.round(f*t)})),r=Math.max(...i.map(l=>l.x+l.width)),a=Math.max(...i.map(
l=>l.y+l.height));return{places:i,width:r,height:a}}function ar({paint:n},t,e,s){for(let o=0;o<bc&&!n(t,e,s);o++)
;}function ae(n,t){let e=document.createElement("canvas");return e.width=n,e.height=t,e}function lr(n){let{panels:t,
look:e}=n,{places:s,width:o,height:i}=fs(t,rr*devicePixelRatio),[r,a]=s.map(c=>ae(c.width,c.height));ar(n,new ut(
r),new Ot(a),{...e,scale:rr*e.scale});let l=ae(o,i),h=l.getContext("2d");return h.fillStyle=e.paper,h.fillRect(
0,0,o,i),[r,a].forEach((c,f)=>h.drawImage(c,s[f].x,s[f].y)),new Promise((c,f)=>l.toBlob(u=>u?c(u):f(new Error(
"The picture is too large.")),"image/png"))}function hr(n,t){let{panels:e,look:s}=n,{places:o,width:i,height:r}=fs(
e,1),a=ae(1,1).getContext("2d"),l=(w,y)=>(a.font=y,a.measureText(w)),h=["data","nll"].map(w=>new Ye(w,l)),[c,f]=h.
map((w,y)=>{let{width:b,height:x}=o[y];return{width:b,height:x,getContext:()=>w}});xc(n,h,c,f,{...s,scale:s.scale/
devicePixelRatio});let u=document.createElement("title");u.textContent=t;let p=h.map(({text:w},y)=>`<g transfo\
rm="translate(${o[y].x} ${o[y].y})">
${w}
</g>`),m=`<svg xmlns="http://www.w3.org/2000/svg" ${`width="${i}" height="${r}" viewBox="0 0 ${i} ${r}"`}>
<title>${u.innerHTML}</title>
<rect width="${i}" height="${r}" fill="${s.paper}"/>
${p.join(`
`)}
</svg>
`;return new Blob([m],{type:"image/svg+xml"})}function xc(n,t,e,s,o){let[i,r]=[new Ze(e),new Ot(s)];ar({...n,paint:()=>{
for(let l of t)l.parts=[];return n.paint(i,r,o)}},i,r,o)}var Mc=30,_c=8e6,jn="video/webm";function cr(){return typeof MediaRecorder=="function"&&"captureStream"in HTMLCanvasElement.
prototype&&MediaRecorder.isTypeSupported(jn)}var us=class{constructor(t,e,s){let{places:o,width:i,height:r}=fs(
t,devicePixelRatio),a=ae(2*Math.ceil(i/2),2*Math.ceil(r/2)),l=a.getContext("2d");this.frame=0;let h=()=>{l.fillStyle=
s,l.fillRect(0,0,a.width,a.height),e.forEach((f,u)=>{let{x:p,y:d,width:m,height:w}=o[u];l.drawImage(f,p,d,m,w)}),
this.frame=requestAnimationFrame(h)};h(),this.recorder=new MediaRecorder(a.captureStream(Mc),{mimeType:jn,videoBitsPerSecond:_c});
let c=[];this.recorder.ondataavailable=({data:f})=>c.push(f),this.ready=new Promise(f=>{this.recorder.onstop=()=>f(
new Blob(c,{type:jn}))}),this.recorder.start()}stop(){return cancelAnimationFrame(this.frame),this.recorder.state!==
"inactive"&&this.recorder.stop(),this.ready}};var Ac=300;function fr(n,t){return`EMExplorer(${[["data",vc(n,t)],["n_components",String(n.n_components)],["se\
ed",String(n.seed)],["start",n.start===O?Oc(n):JSON.stringify(n.start)],["reg_covar",String(n.reg_covar)],["sh\
ow",JSON.stringify(n.show).replaceAll(",",", ")],["coloring",JSON.stringify(n.coloring)],["half_step",String(n.
half_step)],["speed",String(n.speed)],["picture",JSON.stringify(n.picture)],["along",JSON.stringify(n.along)],
["slow",n.slow?"True":"False"]].filter(([o])=>!_e(n[o],mt[o])).map(([o,i])=>`${o}=${i}`).join(", ")})`}function vc({
data:n,own_points:t},e){return n===A?t.length>Ac?"X":ur(t):e.includes(n)?JSON.stringify(n):"X"}function Oc({own_start:n,
n_components:t}){let e=Float64Array.from(n),s=Me(e.length,t),o=Array.from({length:t},(a,l)=>l),i=o.map(a=>Array.
from(R(e,t,s,a))),r=o.map(a=>{let l=Array.from(E(e,t,s,a));return Array.from({length:s},(h,c)=>l.slice(c*s,(c+
1)*s))});return`(${[n.slice(0,t),i,r].map(ur).join(", ")})`}function ur(n){return JSON.stringify(n).replaceAll(
",",", ")}var Sc="your data",Nc=1e3,kc="The text is also here:",ps=class{constructor(t,e){this.app=t,this.options=e,this.
linkTo=null,this.film=null;let s=(o,i,r=!0)=>g("button",{type:"button",hidden:!r,onclick:i},o);this.link=s("Co\
py link",()=>this._copyLink(),!1),this.filming=s("Film to the end (WebM)",()=>this._toggleFilm(),cr()),this.said=
g("p",{role:"status"}),this.text=g("textarea",{readonly:!0,hidden:!0,rows:"2","aria-label":"text to copy"}),this.
element=g("details",{class:"emx-share"},g("summary",{},"Share"),g("div",{class:"emx-bar"},this.link,s("Copy as\
 Python",()=>this._copyPython()),s("Save PNG",()=>this._save("png")),s("Save SVG",()=>this._save("svg")),this.
filming),this.said,this.text)}setLink(t){this.linkTo=t,this.link.hidden=!1}_copyLink(){let{state:t}=this.app,e=cn(
t)?"":" Your own data are too many for a link: it leads to the data of this page.";this._copy(this.linkTo?.(t)??
"",e)}_copyPython(){let{data:t,has_own_steps:e}=this.options,s=t.filter(r=>r!==Sc&&r!==A),o=fr(this.app.state,
s),i=[o.includes("data=X")?" X stands for your data.":"",e?" Add e_step= and m_step= for your own functions.":
""];this._copy(o,i.join(""))}async _copy(t,e){this.text.value=t,this.text.hidden=!1;try{await navigator.clipboard.
writeText(t),this.said.textContent=`Copied.${e} ${kc}`}catch{this.text.select(),this.said.textContent=`Press C\
trl+C (or Cmd+C) to copy this.${e}`}}async _save(t){this.text.hidden=!0;let e=this.app.seen();if(!e){this.said.
textContent="There is no picture yet.";return}let s=this.app.layout.left.getAttribute("aria-label")??"";try{this.
_hand(t==="png"?await lr(e):hr(e,s),t)}catch(o){this.said.textContent=`The picture could not be saved: ${o.message}`}}_hand(t,e){
let{data:s,n_components:o,seed:i,half_step:r}=this.app.state,a=`em-${s.toLowerCase().replaceAll(/[^a-z0-9]+/g,
"-")}-K${o}-seed${i}-${r}.${e}`,l=g("a",{href:URL.createObjectURL(t),download:a});l.click(),setTimeout(()=>URL.
revokeObjectURL(l.href),6e4),this.said.textContent=`Saved as ${a}.`}async _toggleFilm(){let{app:t}=this;if(this.
film){t.player.pause();return}let e=t.seen();if(!e)return;this.text.hidden=!0;let s=new us(e.panels,[t.layout.
left,t.layout.right],e.look.paper);this.film=s,this.filming.textContent="Stop filming",this.said.textContent="\
Filming: it plays to the end of the run, or until you stop.",t.player.play(),await new Promise(o=>{let i=()=>t.
scene.isPlaying?requestAnimationFrame(i):setTimeout(o,Nc);requestAnimationFrame(i)}),this.film=null,this.filming.
textContent="Film to the end (WebM)",this._hand(await s.stop(),"webm")}};var Tc=.001;function dr(n){let[t,e]=[1/0,-1/0];for(let s=0;s<n.N;s++)t=Math.min(t,n.places[2*s]),e=Math.max(e,
n.places[2*s]);return Tc*(e-t||1)}function le(n,t,e,[s,o]=[1,1]){let i=Z(n.length,e.D),[r,a,l]=$(n,i,e.plane,t).
spread;if(e.plane.shown===1)return{width:s*Math.sqrt(r),height:0,angle:0};let{long:h,short:c,angle:f}=Ft([s*s*
r,s*o*a,o*o*l]);return{width:h,height:c,angle:f}}function ds(n,t,e,s,o,i=[1,1]){let{D:r,axes:a,shown:l}=o.plane,
h=Z(n.length,r),c=Ec(e,s,i),f=new Float64Array(r*r);for(let m=0;m<r;m++){f[m*r+m]=1;for(let w=0;w<r;w++)for(let y=0;y<
l;y++)for(let b=0;b<l;b++){let x=c[y][b]-(y===b?1:0);f[m*r+w]+=a[m*l+y]*x*a[w*l+b]}}let u=Float64Array.from(n),
p=pr(f,pr(E(n,h,r,t),Pc(f,r),r),r),d=J(h,r,t);for(let m=0;m<r;m++)for(let w=0;w<=m;w++)u[d++]=p[m*r+w];return u}
function Ec(n,t,e){let[s,o,i,r]=[n,t].flatMap(({angle:c})=>[Math.cos(c),Math.sin(c)]),a=t.width/n.width,l=n.height>
0?t.height/n.height:1;return[[i*a*s+r*l*o,i*a*o-r*l*s],[r*a*s-i*l*o,r*a*o+i*l*s]].map((c,f)=>c.map((u,p)=>u*e[p]/
e[f]))}function pr(n,t,e){let s=new Float64Array(e*e);for(let o=0;o<e;o++)for(let i=0;i<e;i++)for(let r=0;r<e;r++)
s[o*e+i]+=n[o*e+r]*t[r*e+i];return s}function Pc(n,t){return n.map((e,s)=>n[s%t*t+Math.floor(s/t)])}function ms(n,t,e,s){if(t===1)return n;let o=Float64Array.from(n),[i,r]=[Math.min(Math.max(s,.01),1-.01),1-n[e]];
for(let a=0;a<t;a++)a!==e&&(o[a]=r>0?n[a]*(1-i)/r:(1-i)/(t-1));return o[e]=i,o}var mr={width:["0.1","standard deviation in the direction of the angle"],height:["0.1","standard deviation acr\
oss the angle"],angle:["5","in degrees, anticlockwise from the horizontal axis"],weight:["0.05","the other wei\
ghts keep their proportions"]},gr=180/Math.PI,gs=class{constructor(t,e){this.app=t,this.which=e,this.axes={width:NaN,
height:NaN,angle:0};let s=Object.keys(mr),o=i=>{let[r,a]=mr[i];return g("input",{type:"number",step:r,title:a,
"aria-label":i,onchange:()=>this._set(i)})};this.fields=Object.fromEntries(s.map(i=>[i,o(i)])),this.element=g(
"div",{class:"emx-bar"},...s.map(i=>g("label",{},g("span",{},i),this.fields[i])))}_row(){let{trace:t,data:e,choice:s,
h:o}=this.app.scene,i=this.which();return!t||!e||t.K!==s.n_components||!(i>=0&&i<t.K)?null:{row:t.row(o),K:t.K,
data:e,k:i}}mean(){let t=this._row();return t&&$(t.row,t.K,t.data.plane,t.k).place}show(){let t=this._row(),{fields:e}=this;
for(let h of Object.values(e))h.readOnly=!t;if(!t)return;let{row:s,K:o,data:i,k:r}=t,a=i.plane.shown===1;this.
axes=wr(le(s,r,i),this.axes);let l={...this.axes,angle:this.axes.angle*gr,weight:s[r]};for(let h of Object.keys(
l)){let c=h==="weight"?o===1:a&&h!=="width";e[h].readOnly=c,e[h].matches(":focus")||(e[h].value=c?"":zn(l[h]))}}_set(t){
let e=this._row(),s=Number(this.fields[t].value);if(!e||this.fields[t].value===""||!Number.isFinite(s))return;
let{row:o,K:i,data:r,k:a}=e;if(t==="weight"){this.app.startFrom(ms(o,i,a,s));return}let l=wr(le(o,a,r),this.axes),
h=t==="angle"?s/gr:Math.max(s,dr(r));this.axes={...l,[t]:h},this.app.startFrom(ds(o,a,l,this.axes,r))}};function wr({
width:n,height:t,angle:e},s){if(n-t<=1e-9*n)return{width:n,height:t,angle:s.angle};let o=Math.round((s.angle-e)/
(Math.PI/2)),i=Number.isNaN(s.width)?0:o,r=e+i*Math.PI/2;return i%2?{width:t,height:n,angle:r}:{width:n,height:t,
angle:r}}function zn(n){return String(Number(n.toPrecision(4)))}var ws=class{constructor(t){this.app=t,this.isAdding=!1,this.isOffered=!1,this.wanted=this.given=0,this.which=
Bn("component"),this.fields=[Bn("x₁"),Bn("x₂")],this.isTyped=!1,this.component=new gs(t,()=>Number(this.which.
value)),this.mode=Tt("a click adds a point",e=>this._setAdding(e),"otherwise, drag a mean to set the start"),this.
why=g("p",{}),this.element=this._panel()}_panel(){let{which:t,fields:e}=this,[s,o]=e;for(let l of e)l.addEventListener(
"input",()=>this.isTyped=!0);t.min="0",t.addEventListener("input",()=>{this.isTyped=!1,this.show(),this.app.drag.
choose(Number(t.value))});for(let l of[t,this.component.element])l.addEventListener("focusin",()=>this.app.drag.
choose(Number(t.value))),l.addEventListener("focusout",()=>this.app.drag.choose(-1));let i=()=>e.map(l=>l.value===
""?NaN:Number(l.value)),r=(l,h)=>g("button",{type:"button",onclick:h},l),a=(l,h)=>g("label",{},g("span",{},l),
h);return g("details",{class:"emx-own"},g("summary",{},"Your own start and points"),g("p",{},"Drag a mean, a d\
ot at the end of an axis (it stretches and turns the component) or the dashed ring (its weight): EM starts fro\
m the mixture you see, with that change. Or enter numbers:"),g("div",{class:"emx-bar"},a("x₁",s),a("x₂",o),
a("component",t),r("Move its mean there",()=>this.setMean(Number(t.value),i())),r("Add a point there",()=>this.
addPoint(i()))),this.component.element,g("div",{class:"emx-bar"},this.mode.element,r("Remove all points",()=>this.
removePoints())),this.why)}show(){this.component.show();let t=this.component.mean();!t||this.isTyped||this.fields.
forEach((e,s)=>{e.matches(":focus")||(e.value=zn(t[s]))})}_setAdding(t,e=!1){this.isAdding=this.mode.input.checked=
t,this.isOffered=e,this.app.redraw()}offer(){this.element.open=!0,!this.isAdding&&!this.mode.input.disabled&&this.
_setAdding(!0,!0)}leave(){this.isOffered&&this._setAdding(!1)}_isPlace(t){let e=t.every(Number.isFinite);return e||
this.app.say("Type a number for x₁ and for x₂."),e}setMean(t,e){let{scene:s}=this.app,{trace:o,data:i,choice:r,
h:a}=s;this._isPlace(e)&&(!o||!i||o.K!==r.n_components?this.app.say("There is no picture of this choice yet, s\
o there is no mean to move."):!Number.isInteger(t)||!(t>=0&&t<o.K)?this.app.say(`There is no component ${t}: t\
he components are 0 to ${o.K-1}.`):(this.isTyped=!1,this.app.startFrom(ct(o.row(a),t,e,i))))}addPoint(t){let{app:e}=this,
{data:s,choice:o}=e.scene;if(!this._isPlace(t))return;if(s&&s.D!==2){e.say("Points can be added to data of two\
 features: choose another data set.");return}let r=[...o.data===A?o.own_points:Lc(s),t];this._remember(),this.
given=Math.min(this.wanted,r.length);let a=this.given===o.n_components?{}:{n_components:this.given};e.choose({
data:A,own_points:r,...a})}removePoints(){this._remember(),this.app.choose({data:A,own_points:[]})}fit(t){t.own_points.
length&&(this.wanted=t.n_components,this.given=t.n_components=Math.min(this.wanted,t.own_points.length))}_remember(){
let{data:t,n_components:e}=this.app.scene.choice;(t!==A||e!==this.given)&&(this.wanted=e)}limit(t){for(let e of this.
element.querySelectorAll("input, button"))e.toggleAttribute("disabled",!!t);this.why.textContent=t}};function Bn(n){
return g("input",{type:"number",step:"any",value:"0","aria-label":n})}function Lc(n){return n?Array.from({length:n.
N},(t,e)=>[n.X[2*e],n.X[2*e+1]]):[]}var Ic=/^[+-]?\d+(,\d+)?$/,j=class extends Error{};function yr(n){let t=n.replace(/^\ufeff/,"").replace(/\r\n?/g,
`
`),e=$c(t);return{rows:(e===" "?Rc(t):jc(t,e)).filter(({cells:o})=>o.some(i=>i!=="")),separator:e}}function $c(n){
let t=n.replace(/"[^"]*"/g,'""').split(`
`).map(i=>i.trim()).filter(i=>i!==""&&!Wn(i)).slice(0,50),e=i=>t.filter(r=>r.includes(i)).length>t.length/2,s=[
"	",";",","].find(i=>e(i)&&t[0].includes(i)),o=t.slice(t.length>1?1:0).every(Fc);return s&&!(s===","&&o)?s:e("\
 ")?" ":"\0"}function Fc(n){let t=n.split(/\s+/);return t.length>1&&t.every(e=>Ic.test(e))}function Wn(n){return/^\s*#(?!\s*[,;\t])/.
test(n)}function Rc(n){let t=e=>e.match(/"[^"]*"|\S+/g)??[];return n.split(`
`).map((e,s)=>({line:s+1,cells:Wn(e)?[]:t(e).map(Cc)}))}function Cc(n){return n.replace(/^"(.*)"$/,"$1").trim()}
function jc(n,t){let e=[],s=1,o=0;for(;o<n.length;){let i=br(n,o);if(Wn(n.slice(o,i))){o=i+1,s++;continue}let r={
line:s,cells:[]};for(let a=!1;!a;){let l=zc(n,o,t,s);r.cells.push(l.value.trim()),s+=l.value.split(`
`).length-1,a=n[l.end]!==t,o=l.end+1}s++,e.push(r)}return e}function zc(n,t,e,s){let o=/[^\S\n\t]*"([^"]*(?:""[^"]*)*)("?)[^\S\n\t]*/y;
o.lastIndex=t;let i=o.exec(n);if(i&&!i[2])throw new j(`The quote in line ${s} is never closed: close it, or re\
move it.`);let r=i?n[o.lastIndex]:"";if(i&&(r===e||r===`
`||r===void 0))return{value:i[1].replaceAll('""','"'),end:o.lastIndex};let a=n.indexOf(e,t),l=Math.min(a<0?n.length:
a,br(n,t));return{value:n.slice(t,l),end:l}}function br(n,t){let e=n.indexOf(`
`,t);return e<0?n.length:e}var xr=10,Mr=2e4,Bc=1e150,_r=/^[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d+)?$/i,Ar=/^([-?.]|#?n\/?a|nan|null|none|[+-]?inf(inity)?)?$/i,
Wc=/^(#|id|index|row|no\.?|nr\.?)?$/i;function vr(n){let{rows:t,separator:e}=yr(n.replaceAll("−","-"));if(t.
length===0)throw new j("There is nothing to read: paste one sample per line, such as 1.5, 2.0.");let{header:s,
body:o}=qc(t);Kc(o,s?.length??o[0].cells.length),Gc(o,e);let i=o[0].cells.map((u,p)=>Uc(p,s,o)),r=i.filter(({kind:u})=>u===
"numbers"),a=o.map((u,p)=>r.map(({cells:d})=>d[p])).filter(u=>u.every(ys));Hc(r.length,a.length);let l=Float64Array.
from(a.flat(),u=>Number(u.replace(",",".")));if(l.some(u=>Math.abs(u)>=Bc))throw new j("Some numbers are beyon\
d 1e150, and their squares overflow: rescale the data.");let h=r.map(({name:u},p)=>u||`x${Dc(p+1)}`),c=i.filter(
({kind:u})=>u!=="numbers"),f={rows:o.length-a.length,columns:c.map(({name:u,place:p,kind:d})=>({name:u,place:p,
kind:d}))};return{X:l,N:a.length,D:r.length,names:h,leftOut:f}}function Or({rows:n,columns:t}){let e=t.map(s=>`${Nr(
s)} (${s.kind})`);return n===1&&e.push("1 row without all its numbers"),n>1&&e.push(`${n} rows without all the\
ir numbers`),e.length?`Left out: ${e.join(", ")}.`:""}function ys(n){return _r.test(n)}function qn(n){return!_r.
test(n)&&!Ar.test(n)}function Sr(n){return n.filter(ys).length>n.filter(qn).length}function qc(n){let[{cells:t},
...e]=n;if(e.length===0)return{header:null,body:n};let o=e.every(({cells:a})=>a.length===t.length+1&&a[t.length]!==
"")?["",...t]:t,i=a=>e.map(({cells:l})=>l[a]??"");return!o.some(ys)&&o.some((a,l)=>qn(a)&&Sr(i(l)))?{header:o,
body:e}:{header:null,body:n}}function Kc(n,t){for(let e of n){for(;e.cells.length>t&&e.cells[e.cells.length-1]===
"";)e.cells.pop();if(e.cells.length!==t)throw new j(`Line ${e.line} has ${Jc(e.cells.length,"cell")} where ${t}\
 were expected: give every line one cell per column.`)}}function Gc(n,t){let e=n.flatMap(({cells:r})=>r.filter(
ys)),[s,o]=[",","."].map(r=>e.find(a=>a.includes(r)));if(!s||t!==","&&!o)return;let i=o?`, and ${o} a decimal \
point`:" between commas";throw new j(`${s} has a decimal comma${i}: use the same sign in all numbers, and anot\
her between them.`)}function Uc(n,t,e){let s={name:t?.[n]??"",place:n+1,cells:e.map(({cells:h})=>h[n])},{name:o,
cells:i}=s;if(i.every(h=>Ar.test(h)))return{...s,kind:"empty"};if(!Sr(i))return{...s,kind:"text"};let r=i.findIndex(
qn);if(r>=0)throw new j(`Line ${e[r].line} has "${kr(i[r])}" in ${Nr(s)}, where a number was expected: correct\
 it, or leave the cell empty.`);let a=i.every((h,c)=>Number(h)===Number(i[0])+c),l=t&&n===0&&a&&Wc.test(o);return{
...s,kind:l?"row numbers":"numbers"}}function Nr({name:n,place:t}){return n?`column "${kr(n)}"`:`column ${t}`}
function kr(n){let t=n.replace(/\s+/g," ");return t.length>40?`${t.slice(0,40)}…`:t}function Hc(n,t){let e=n===
0?"No column holds numbers: paste one sample per line, such as 1.5, 2.0.":t===0?"No row has all its numbers: f\
ill the empty cells, or remove the column they are in.":n>xr?`The table has ${n} columns of numbers, and at mo\
st ${xr} can be shown: remove some.`:t>Mr?`The table has ${t} samples, and at most ${Mr} can be shown: remove \
some.`:"";if(e)throw new j(e)}function Jc(n,t){return`${n} ${t}${n===1?"":"s"}`}function Dc(n){return String(n).
replace(/\d/g,t=>String.fromCharCode(8320+Number(t)))}var Tr=20,Yc=2e7;function Qc(n,t){let{X:e,N:s,D:o,names:i,leftOut:r}=vr(n);if(s>t)throw new j(`The table has ${s}\
 samples, and a notebook keeps at most ${t}: remove some, or use EMExplorer(X).`);let a=Array.from({length:s},
(c,f)=>Array.from(e.subarray(f*o,(f+1)*o))),l=i.map(c=>c.length>Tr?`${c.slice(0,Tr)}…`:c),h=[Or(r),Xc(a,i)].
filter(Boolean).join(" ");return{points:a,labels:l,note:h}}function Xc(n,t){let e=t.filter((s,o)=>n.length>1&&
n.every(i=>i[o]===n[0][o]));return e.length?`All samples have the same ${e.join(" and ")}: only reg_covar give\
s it a variance.`:""}var bs=class{constructor(t,e){this.app=t,this.text=g("textarea",{rows:"4",spellcheck:"fal\
se","aria-label":"your data, one sample per line",placeholder:`x, y
1.5, 2.0
0.3, 1.1`}),this.problem=g("p",{class:"emx-problem",role:"alert"});let s=g("input",{type:"file",accept:".csv,.\
tsv,.txt,.dat,text/*",onchange:()=>{s.files?.length&&this._readFile(s.files[0]),s.value=""}});this.why=g("p",{}),
this.element=g("details",{class:"emx-own"},g("summary",{},"Your own data"),g("p",{},"Paste a table with one sa\
mple per line, choose a CSV file, or drop it on the picture."),this.text,g("div",{class:"emx-bar"},g("button",
{type:"button",onclick:()=>this.read(this.text.value)},"Show these data"),g("label",{},g("span",{},"CSV file"),
s)),this.problem,this.why),this._acceptDrops(e)}_acceptDrops(t){let e=s=>!this.why.textContent&&s.dataTransfer?.
types.includes("Files");t.addEventListener("dragover",s=>e(s)&&s.preventDefault()),t.addEventListener("drop",s=>{
let o=s.dataTransfer?.files[0];!e(s)||!o||(s.preventDefault(),s.stopPropagation(),this._readFile(o))})}async _readFile(t){
t.size>Yc?this._fail("This file is larger than 20 MB: choose a smaller one."):this.read(await t.text())}read(t){
this.problem.textContent="";try{if(t.includes("\0")||t.startsWith("PK"))throw new j("This is not a text file: \
save the table as CSV, and choose that file.");let{points:e,...s}=Qc(t,this.app.mostPoints);this.app.takePoints(
e,s)}catch(e){if(!(e instanceof j))throw e;this._fail(e.message)}}_fail(t){this.element.open=!0,this.problem.textContent=
t,this.problem.scrollIntoView({block:"nearest"})}limit(t){for(let e of this.element.querySelectorAll("input, b\
utton, textarea"))e.toggleAttribute("disabled",!!t);this.why.textContent=t}};var Vc=250,xs=class{constructor(t,e,s){this.pictures=t,this.transport=e,this.settled=s,this.timer=0,this.badge=
g("strong",{class:"emx-badge"}),this.where=g("span",{class:"emx-where"}),this.weights=g("span",{class:"emx-wei\
ghts",title:"mixture weights of components 0, 1, 2 and so on"}),this.why=g("p",{class:"emx-why"}),this.live=g(
"p",{class:"emx-hidden",role:"status"}),this.line=g("div",{class:"emx-status"},this.badge,this.where,this.weights),
this.elements=[this.line,this.why,this.live]}close(){clearTimeout(this.timer)}tell(t,e,s,o=""){let{badge:i,where:r,
weights:a,why:l}=this,{dragged:h,isPlaying:c,canRun:f,layers:u}=t,p=_n(s),d=h?Zc(e,s):An(e,s);i.textContent=s===
e.failed?`${p} failed`:p,i.dataset.name=_(s),r.textContent=d+(h?"":di(e,f,s)),a.textContent=mi(e,s),l.textContent=
gi(e,s,u.bound);let m=s===e.failed||s===0&&e.failed>0||e.rises(s);l.classList.toggle("emx-alarm",m),this.transport.
show({h:s,end:e.last,isPlaying:c,text:`${p}, ${d}`}),clearTimeout(this.timer),c||(this.timer=window.setTimeout(
()=>this._readOut(t,e,s,d,o),Vc))}clear(t){for(let e of[this.badge,this.where,this.weights,this.why])e.textContent=
"";delete this.badge.dataset.name,this.why.classList.remove("emx-alarm"),this.transport.show({h:0,end:0,isPlaying:!1,
text:"no points yet"}),clearTimeout(this.timer),this.live.textContent=t}_readOut(t,e,s,o,i){let{badge:r,where:a,
why:l,live:h,pictures:c}=this;if(h.textContent=`${r.textContent}, ${a.textContent}. ${l.textContent} ${i}`.trim(),
c.left.setAttribute("aria-label",wi(t.choice,e,s,t.layers)),i){let d=lt[t.layers.picture??""];c.right.setAttribute(
"aria-label",`${d[0].toUpperCase()}${d.slice(1)}. ${i}`),this.settled();return}let[f,u]=[e.nll[0],e.nll[e.nll.
length-1]].map(T),p=Math.floor(e.last/2);c.right.setAttribute("aria-label",`The negative log-likelihood over ${p}\
 iterations, from ${f} to ${u}; marked: ${o}.`),this.settled()}};function Zc(n,t){let s=(n.failed>=0?" fails":
n.judged.flaw&&" collapses")||` ends at ${T(n.nll[n.nll.length-1])}`;return`dragged, NLL ${T(n.nllAt(t))}${n.isRunning?
"":`; from here EM${s}`}`}var Er="Keys: ← → half-step, ↑ ↓ iteration, Home, End, space plays, K k more or fewer components, S s seed, + \
− speed, . , next or previous sample, p present, f full screen, Esc back.",tf="The pictures fill the screen \
(p); Esc leaves",ef=500,Ms=class{constructor(t,e){let s=i=>t.controls.includes(i),o=i=>g("canvas",{role:"img",
"aria-label":i});this.left=o("the data"),this.right=o("the negative log-likelihood"),this.controls=To(t,i=>e.choose(
i)),this.transport=Eo(e),this.transport.showSpeed(e.player.speed),this.presents=g("button",{type:"button","ari\
a-pressed":"false","aria-keyshortcuts":"p",title:tf},"Present"),s("view")&&this.transport.element.append(this.
presents),this.layers=Po(e.scene.layers,i=>e.setLayers(i)),this.picture=Fo(e.scene.layers,i=>e.setLayers(i),this.
layers.boxes),this.layers.right.prepend(...this.picture.elements),this.note=g("p",{class:"emx-note"}),this.problem=
g("p",{class:"emx-problem",role:"alert"}),this.said=g("p",{class:"emx-said",role:"alert"}),this.status=new xs(
this,this.transport,()=>e.settled()),this.atlas=new He(t.counts,t.seeds,(i,r)=>e.toEnd({n_components:i,seed:r}),
(i,r,a)=>e.scene.data&&$i(i,r,a,e.scene.data)),this.atlas.element.hidden=!0,this.own=new ws(e),this.stories=e.
stories,s("stories")&&!t.has_own_steps&&t.max_iter>=ef&&this.controls.element.append(e.stories.element),this.share=
new ps(e,t),this.panels=[this.left,this.right].map(i=>g("div",{class:"emx-panel"},g("img",{hidden:!0}),i)),this.
stage=g("div",{class:"emx-panels",tabindex:"0",role:"group","aria-label":`Pictures of EM. ${Er}`},...this.panels,
e.stories.card.element),this.foot=sf(e,s,t.large),this.table=new bs(e,this.stage),this.element=g("div",{class:"\
emx",role:"region","aria-label":"EM explorer",tabindex:"-1"},this.controls.element,this.problem,this.said,this.
stage,this.transport.element,...this.status.elements,e.comparison.line,s("layers")?g("div",{class:"emx-under"},
this.layers.left,this.layers.right):null,this.note,this.foot,this.atlas.element,g("div",{class:"emx-folds"},this.
starts=g("div",{hidden:!s("own")},this.own.element,this.table.element),s("share")?this.share.element:null)),this.
element.classList.toggle("emx-large",t.large)}addBasins(t){this.starts.append(t)}showChoice(t){this.controls.show(
t),this.stories.showChoice(t),this.said.textContent="",this.atlas.choose(t.n_components,t.seed)}get isLarge(){
return this.element.classList.contains("emx-large")}};function sf(n,t,e){let s=(i,r,a=!1)=>{let l=g("button",{
type:"button","aria-pressed":String(a)},i);return l.onclick=()=>l.setAttribute("aria-pressed",String(r())),l},
o={type:"button",onclick:()=>n.surroundings.toggleFullScreen()};return g("div",{class:"emx-bar emx-foot"},t("a\
tlas")?s("Atlas of K and seeds",()=>n.showing.toggleAtlas()):null,...t("compare")?[n.comparison.pinButton,n.comparison.
kmeansButton]:[],t("view")?s("Large type",()=>n.surroundings.toggleLarge(),e):null,t("view")?g("button",o,"Ful\
l screen"):null,g("details",{class:"emx-keys"},g("summary",{},"Keys"),g("p",{},Er)))}var nf="Python no longer holds this explorer: it plays the runs of your functions that it has, and no others u\
ntil you",_s=class{constructor(t,e){this.layout=t,this.tell=e,this.reason="",this.isAlone=!1}ofKernel(t){this.
reason=t?"":`${nf} ${Ce(this.layout.element)}.`,this.layout.own.limit(this.reason),this.layout.table.limit(this.
reason),this.tell()}keepStills(){if(this.isAlone)for(let t of[this.layout.left,this.layout.right]){let e=t.previousElementSibling;
e.src=t.toDataURL(),e.alt=t.getAttribute("aria-label")??"",e.hidden=!1,t.setAttribute("aria-hidden","true")}}};function Pr(n){return{...n,size:18,scale:n.scale*n.size/18}}var As=class{constructor({element:t,stage:e,presents:s},o){
this.element=t,this.stage=e,this.button=s,this.resize=o,this.timer=0,this.button.addEventListener("click",()=>this.
toggle()),this.wake=()=>this._wake();for(let i of["pointermove","pointerdown","keydown","focusin"])t.addEventListener(
i,this.wake);this.left=()=>this.isFull&&document.fullscreenElement!==t&&this.leave(),this.isFull=!1,document.addEventListener(
"fullscreenchange",this.left)}close(){this.leave(),document.removeEventListener("fullscreenchange",this.left)}get isOn(){
return this.element.classList.contains("emx-presenting")}toggle(){this.isOn?this.leave():this.enter()}async enter(){
this._show(!0),this.stage.focus({preventScroll:!0});try{document.fullscreenElement!==this.element&&await this.
element.requestFullscreen(),this.isFull=!0,this.isOn||this._shrink()}catch{this.isOn&&this._cover()}this.resize()}_cover(){
this.element.setAttribute("popover","manual"),this.element.showPopover?.(),this.stage.focus({preventScroll:!0})}leave(){
return this.isOn?(this._show(!1),this._shrink(),this.resize(),!0):!1}_shrink(){this.element.removeAttribute("p\
opover"),this.isFull&&document.fullscreenElement===this.element&&document.exitFullscreen(),this.isFull=!1}_show(t){
this.element.classList.toggle("emx-presenting",t),this.button.setAttribute("aria-pressed",String(t)),this._wake()}_wake(){
clearTimeout(this.timer),this.element.classList.remove("emx-quiet"),this.isOn&&(this.timer=window.setTimeout(()=>this.
element.classList.add("emx-quiet"),2500))}};var vs=class{constructor(t,e,s){this.choice=t,this.h=e,this.layers={...s},this.data=null,this.trace=null,this.
dragged=null,this.held={component:-1,part:null,at:null},this.isPlaying=!1,this.canRun=!0}get isEmpty(){return this.
choice.data===A&&!this.choice.own_points.length}};var Os=class{constructor(t,e,s){this.scene=t,this.runs=e,this.screen=s,this.wanted=null,this.timer=0}to(t){clearTimeout(
this.timer),this.wanted=t,t||(this.scene.dragged=null,this.runs.endAside(this.scene.choice)),this.screen.redraw()}compute(){
let{scene:t,runs:e,wanted:s}=this;if(!s||!t.data)return;this.wanted=null;let o=e.from(s,t.data,t.choice,9);t.dragged=
o,o.isRunning&&(this.timer=window.setTimeout(()=>e.followAside(o),120))}close(){clearTimeout(this.timer)}};var Kn=4.5,Lr=Kn*Math.sqrt(10),he=18,nt={least:22,most:92,hit:7},Ss=18,of=1,rf=n=>n>=2*Ss?n:Ss+n/2,af=n=>n>=2*
Ss?n:2*(n-Ss);function Ns(n,t,e,s,o,i,r){let{box:a}=n,l=le(t,e,s,Rr(n)),h=([y,b]=i)=>y>=a.left&&y<=a.left+a.width&&
b>=a.top&&b<=a.top+a.height,c=y=>{let[b,x]=Cr(l,y),M=rf(l[y]/o)*o,N=be=>[i[0]+be*M*b,i[1]+be*M*x],F=(r?rt(N(-1),
r)<rt(N(1),r):!h(N(1))&&h(N(-1)))?-1:1;return{part:y,at:N(F),sign:F}},u=Z(t.length,s.D)>1?(nt.least+(nt.most-nt.
least)*t[e])*o:0,p=n.flat?[c("width")]:[c("width"),c("height")],[d,m]=[0,0];for(let{at:y}of p)[d,m]=[d+(i[0]-y[0])/
rt(y,i),m+(i[1]-y[1])/rt(y,i)];n.flat&&(m=-1);let w=Math.hypot(d,m);return{k:e,mean:i,axes:l,dots:p,ring:u,knob:[
i[0]+u*d/w,i[1]+u*m/w],px:o}}function Gn({mean:n,dots:t,ring:e,knob:s,px:o},i){let r=[{part:"mean",place:n,reach:e?
nt.least-nt.hit:he},...t.map(c=>({part:c.part,place:c.at,reach:Lr}))];e&&r.push({part:"weight",place:s,reach:Lr});
let a=r.map(({place:c,reach:f})=>rt(c,i)/(f*o)),l=a.indexOf(Math.min(...a));return a[l]<1?{part:r[l].part,far:a[l]}:
{part:e&&Math.abs(rt(n,i)-e)<nt.hit*o?"weight":null,far:1}}function $r(n,t){let{mean:e,ring:s,px:o}=n;return Gn(
n,t).part!==null||Un(n,t)<=1||rt(e,t)<s+nt.hit*o}function Un({mean:n,axes:t,dots:e},s){let[o,i]=[s[0]-n[0],s[1]-
n[1]];return Math.hypot(...e.map(({part:r})=>{let[a,l]=Cr(t,r);return(o*a+i*l)/t[r]}))}function Fr({k:n,mean:t,
axes:e,dots:s,ring:o,px:i},r,a,l,h,c,f){if(r==="mean")return ct(h,n,[f.x.back(l[0]),f.flat?0:f.y.back(l[1])],c);
if(r==="weight"){let F=((o+rt(l,t)-rt(a,t))/i-nt.least)/(nt.most-nt.least);return ms(h,Z(h.length,c.D),n,F)}let{
at:u,sign:p}=s.find(v=>v.part===r)??s[0],{left:d,top:m,width:w,height:y}=f.box,b=p*(Ir(u[0]+l[0]-a[0],d,w)-t[0]),
x=f.flat?0:p*(Ir(u[1]+l[1]-a[1],m,y)-t[1]),M=Math.max(af(Math.hypot(b,x)/i),of)*i,N=f.flat?0:Math.atan2(-x,b)-
(r==="height"?Math.PI/2:0);return ds(h,n,e,{...e,[r]:M,angle:N},c,Rr(f))}function Ir(n,t,e){return Math.min(Math.
max(n,t),t+e)}function Rr({x:n,y:t}){return[n.to(1)-n.to(0),t.to(0)-t.to(1)]}function Cr({angle:n},t){let e=t===
"width"?n:n+Math.PI/2;return[Math.cos(e),-Math.sin(e)]}function rt(n,t){return Math.hypot(n[0]-t[0],n[1]-t[1])}function lf(n,t,e){let s=Math.min(e/2/Math.hypot(t[0]-n[0],t[1]-n[1]),1);return[n[0]+s*(t[0]-n[0]),n[1]+s*(t[1]-
n[1])]}function jr(n,{k:t,mean:e,dots:s,ring:o,knob:i,px:r},a,l,h){let c=h.colors[t%h.colors.length],f=(m,w)=>{
let y=(m?3:1.5)*r;for(let[b,x]of[[h.paper,y+2*r],[h.ink,y]])n.strokeStyle=b,n.lineWidth=x,n.beginPath(),w(),n.
stroke()},u=([m,w],y)=>{n.fillStyle=y?h.ink:c,f(!1,()=>n.arc(m,w,(y?1.4:1)*Kn*r,0,2*Math.PI)),n.fill()};o&&(n.
setLineDash([5*r,4*r]),f(a==="weight",()=>n.arc(...e,o,0,2*Math.PI)),n.setLineDash([]));for(let{at:m}of s)f(!1,
()=>(n.moveTo(...lf(e,m,he*r)),n.lineTo(...m)));for(let{at:m,part:w}of s)u(m,a===w);if(!o||(u(i,a==="weight"),
a!=="weight"))return;n.font=`600 ${.95*h.size*h.scale}px ${h.family}`,n.textAlign=i[0]<e[0]?"right":"left",n.textBaseline=
"middle";let p=[i[0]+(i[0]<e[0]?-10:10)*r,i[1]],d=`weight ${l.toFixed(2)}`;n.strokeStyle=h.paper,n.lineWidth=4*
h.scale,n.strokeText(d,...p),n.fillStyle=h.ink,n.fillText(d,...p)}var ce=class{constructor(t,e,s={}){this.X=t,this.D=e,this.N=t.length/e;let{plane:o,labels:i,note:r}=hf(t,this.
N,e),{truth:a=null,start:l=null,components:h=null,n_samples:c=0}=s;this.plane=o,this.labels=s.labels??i,this.note=
s.note??r,this.truth=a,this.start=l,this.components=h,this.isPart=this.N<c,this.places=this._places()}_places(){
let{D:t,origin:e,axes:s,shown:o}=this.plane,i=new Float64Array(2*this.N);for(let r=0;r<this.N;r++)for(let a=0;a<
o;a++){let l=0;for(let h=0;h<t;h++)l+=(this.X[r*t+h]-e[h])*s[h*o+a];i[2*r+a]=l}return i}};function hf(n,t,e){if(e>
2)return cf(n,t,e);let s=new Float64Array(e*e);for(let r=0;r<e;r++)s[r*e+r]=1;let o={D:e,origin:new Float64Array(
e),axes:s,shown:e},i=e>1?"":"The data have one feature: it lies on the horizontal axis, and curves show the de\
nsities.";return{plane:o,labels:["x₁","x₂"].slice(0,e),note:i}}function cf(n,t,e){let s=new Float64Array(e);
for(let p=0;p<n.length;p++)s[p%e]+=n[p]/t;let o=new Float64Array(e*e);for(let p=0;p<t;p++)for(let d=0;d<e;d++){
let m=n[p*e+d]-s[d];for(let w=0;w<e;w++)o[d*e+w]+=m*(n[p*e+w]-s[w])}let{values:i,vectors:r}=ot(o,e),a=new Float64Array(
2*e);for(let p=0;p<2;p++){let d=e-1-p,m=0;for(let w=0;w<e;w++){let y=r[w*e+d];Math.abs(y)>Math.abs(m)&&(m=y)}for(let w=0;w<
e;w++)a[2*w+p]=r[w*e+d]*Math.sign(m)}let l=i.reduce((p,d)=>p+Math.max(d,0),0),h=Math.max(i[e-1],0)+Math.max(i[e-
2],0),c=Math.round(100*(l>0?h/l:1)),f=`The data have ${e} features: EM uses all of them, the picture shows the\
 first two principal axes, with ${c}% of the variance.`;return{plane:{D:e,origin:s,axes:a,shown:2},labels:["fi\
rst principal axis","second principal axis"],note:f}}var ff={f8:Float64Array,f4:Float32Array,i4:Int32Array,i1:Int8Array};function fe(n){let t=new Uint8Array(n.byteLength);
t.set(new Uint8Array(n.buffer,n.byteOffset,n.byteLength));let e=new DataView(t.buffer).getUint32(0,!0),s=JSON.
parse(new TextDecoder().decode(t.subarray(4,4+e))),o={};for(let[i,r]of Object.entries(s.arrays)){let{dtype:a,shape:l,
offset:h}=r,c=l.reduce((f,u)=>f*u,1);o[i]=new ff[a](t.buffer,4+e+h,c)}return{words:s.words,arrays:o}}function zr(n){
let t=atob(n),e=new Uint8Array(t.length);for(let s=0;s<t.length;s++)e[s]=t.charCodeAt(s);return e}var ue="There are no points yet: click in the picture to add them.",ks=class{constructor(){this.named=new Map,
this.own=null,this.about=new WeakMap}describe(t,e){this.about.set(t,e)}take(t){let{words:e,arrays:s}=fe(t);for(let{
name:o,D:i,truth:r,...a}of e.data){let l=s[`${o} truth`],h=s[`${o} start`]??null,c=s[`${o} components`]??null,
f=l?{K:r,row:l}:null;this.named.set(o,new ce(s[o],i,{...a,truth:f,start:h,components:c}))}}get isPart(){return[
...this.named.values()].some(t=>t.isPart)}of(t){if(t.data===A)return this._ownPoints(t);let e=this.named.get(t.
data);if(e)return e;let s=[...this.named.keys()].join(", ");throw new Error(`no data set is called '${t.data}'\
: choose one of ${s}.`)}_ownPoints(t){let{own_points:e}=t;if(!e.length)throw new Error(ue);let s=Xt(t);if(this.
own?.key!==s){let o=new ce(Float64Array.from(e.flat()),e[0].length),{labels:i,note:r}=this.about.get(e)??{labels:[],
note:""};i.length===o.labels.length&&o.D<=2&&(o.labels=i),o.note=[o.note,r].filter(Boolean).join(" "),this.own=
{key:s,data:o}}return this.own.data}};var uf=1e3/60,Ts=class{constructor(t,e,s,o){this.layout=t,this.scene=e,this.comparison=s,this.advance=o,this.plane=
new ut(t.left),this.chart=new Ot(t.right),this.look=null,this.inside=null,this.map=null,this.drawn=this.drawnAt=
this.frame=0,this.isClosed=!1}close(){this.isClosed=!0,cancelAnimationFrame(this.frame)}redraw(t=!1){if(!(this.
frame||!this.look||this.isClosed)){if(t&&!this.scene.isPlaying&&performance.now()-this.drawnAt>uf){this.draw();
return}this.frame=requestAnimationFrame(e=>{this.frame=0,!this.isClosed&&(this.advance(e),this.draw(),this.scene.
isPlaying&&this.redraw())})}}draw(){let{look:t,scene:e,layout:s,plane:o,chart:i,inside:r}=this;if(!t||!s.left.
width)return;if(e.isEmpty){o.clear(t,s.own.isAdding?"Click here to add points":""),i.clear(t),r?.clear(),s.status.
clear(ue),this._drawn(0);return}let a=e.dragged??e.trace;if(!e.data||!a)return;let l=this._h,h=this.paint(o,i,
t),c=this.comparison.tell(a,l);s.status.tell(e,a,l,i.caption),r?.tell(),this._drawn(l),(!h||!c)&&this.redraw()}get _h(){
return this.scene.dragged?1:this.scene.h}paint(t,e,s){let{inside:o,scene:i}=this,{data:r,dragged:a,layers:l,choice:h}=i,
c=a??i.trace;if(!r||!c)return!0;let f=this._h,u=h.data===A,p=o?.see(c,f,s)??{trace:c,look:s,isMoving:!1},d=this.
comparison.at(c,f);return t.draw({...p,data:r,h:f,layers:l,keep:u,showsEnd:!!a,others:d,under:(w,y)=>this.map?.
under(w,y,s),between:o?.draw.bind(o),over:()=>{this.map?.over(t.context,t.framed,s),this._handles(t,c,r,s)}}),
e.draw({trace:c,h:f,layers:l,look:s,marked:!0,ghost:d.ghost})&&!p.isMoving}_handles(t,e,s,o){let{component:i,part:r,
at:a}=this.scene.held;if(i<0||i>=e.K)return;let l=e.row(this._h),{x:h,y:c}=t.placeOfMean(l,e.K,s,i),f=Ns(t.framed,
l,i,s,o.scale,[h,c],a??void 0);jr(t.context,f,r,l[i],o)}_drawn(t){this.drawn+=1,this.drawnAt=performance.now(),
Object.assign(this.layout.element.dataset,{halfStep:String(t),drawn:String(this.drawn)})}};var pf=500,df=8e3,Es=class{constructor(t,e){this.element=t,this.problem=e,this.timers=[]}begin(t="Still showin\
g the previous pictures."){this.end(),this.element.setAttribute("aria-busy","true"),this._later(pf,`Waiting fo\
r Python. ${t}`),this._later(df,`Python is not answering. If it is busy, this continues by itself; if it was r\
estarted or has stopped, ${Ce(this.element)}. ${t}`)}_later(t,e){this.timers.push(window.setTimeout(()=>this._say(
e),t))}_say(t){this.element.dataset.waiting="yes",this.problem.textContent=t}end(){this.timers.forEach(clearTimeout),
this.timers=[],this.element.dataset.waiting&&(this.problem.textContent=""),delete this.element.dataset.waiting,
this.element.removeAttribute("aria-busy")}};var mf=40,Br=8e3,pe="That run of your functions was not kept, and Python no longer holds this explorer.",Ps=class{constructor(t,e){
this.datasets=t,this.send=e,this.answers=new Map,this.asked=null,this.next=null,this.client=Math.random().toString(
36).slice(2),this.requests=0,this.listeners=new Set}of(t){return this.answers.get(I(t))}take(t,e){let{words:s,
arrays:o}=fe(e),i=I(t);this.answers.delete(i),this.answers.set(i,s.problem?s:{trace:gf(s.run,o,this.datasets.of(
t),t)}),this.answers.size>mf&&this.answers.delete(this.answers.keys().next().value)}takeKept(t){let{words:e}=fe(
t);return this.take(e.config,t),e.config}ask(t){let e=I(t);if(this.asked&&performance.now()-this.asked.at<Br){
this.next=this.asked?.key===e?null:{key:e,choice:t},this.next&&setTimeout(()=>this._askNext(),Br);return}this.
_ask(e,t)}_ask(t,e){this.next=null;let s=++this.requests;this.asked={key:t,choice:e,request:s,at:performance.now()};
try{this.send?.({client:this.client,request:s,what:"run",config:e})}catch{this.asked=null}}_askNext(){this.next&&
this._ask(this.next.key,this.next.choice)}hear({client:t,request:e},s){let{asked:o}=this;if(!(!o||t!==this.client||
e!==o.request)){this.asked=null,this.take(o.choice,s[0]),this._askNext();for(let i of this.listeners)i(o.choice)}}};
function gf(n,t,e,s){let o=n.n_components,i=new Map,r=e.N*o;for(let[l,h]of n.own.entries())i.set(h,t.own.subarray(
l*r,(l+1)*r));let a={...n,K:o,D:e.D,failure:null,params:t.params,nll:t.nll};if(a.params.length!==a.nll.length*
S(o,e.D))throw new Error("That run is of other data.");return new Pt(a,e,s.reg_covar,i)}function Wr(n,t){let e=Array.from({length:t},()=>[]);return[...n].sort((o,i)=>i-o).forEach((o,i)=>{let r=i%(2*
t);e[r<t?r:2*t-1-r].push(o)}),e.map(o=>o.sort((i,r)=>i-r))}function wf(n,t){return n-1+n*t+n*t*(t+1)/2}function qr(n,t){return 2*n.nll[n.nll.length-1]+wf(n.K,n.D)*Math.log(
t.N)}function Kr(n,t,{X:e,N:s,D:o}){for(let i=0;i<t;i++)if(!H(E(n,t,o,i),o))return NaN;return tt(z(e,s,o,n,t,new Float64Array(
s*t)),s,t)}function Ur(n,t){let e=bf(yf(n)),s=Hr(2337405405,1492356589);return Uint32Array.from({length:t},(o,i)=>s(e[i%4]))}
function yf(n){let t=[];for(let e=BigInt(n);e>0n;e>>=32n)t.push(Number(e&0xffffffffn));return t}function bf(n){
let t=Hr(1135663077,2468251765),e=Uint32Array.from({length:4},(s,o)=>t(n[o]??0));for(let s=0;s<4;s++)for(let o=0;o<
4;o++)s!==o&&(e[o]=Gr(e[o],t(e[s])));for(let s of n.slice(4))for(let o=0;o<4;o++)e[o]=Gr(e[o],t(s));return e}function Hr(n,t){
return e=>{let s=Math.imul(n,t),o=Math.imul(e^n,s);return n=s,o^o>>>16}}function Gr(n,t){let e=Math.imul(3389127133,
n)-Math.imul(1232336661,t)|0;return e^e>>>16}var Yr=6,Dn=22,Q=2**Dn,Jr=2**(128-(Yr-1)*Dn),xf=Jn(0x2360ed051fc65da44385df649fccf645n),[Ht,de,Ls,Hn,Dr,Mf]=xf,
Is=class{constructor(t){let e=Ur(t,8),s=r=>BigInt(e[r+1])<<32n|BigInt(e[r]),o=s(0)<<64n|s(2),i=s(4)<<65n|s(6)<<
1n|1n;this.increment=Jn(i),this.state=Jn(i+o),this.high=0,this.low=0,this.spare=-1,this._step()}next64(){this.
_step();let t=this.state,[e,s,o,i,r,a]=[t[0],t[1],t[2],t[3],t[4],t[5]],l=e^s<<22^o>>>20^i<<2^r<<24,h=s>>>10^o<<
12^r>>>8^a<<14,c=a>>>12&63,[f,u]=c&32?[l,h]:[h,l],p=c&31;this.high=p?(f>>>p|u<<32-p)>>>0:f>>>0,this.low=p?(u>>>
p|f<<32-p)>>>0:u>>>0}next32(){if(this.spare>=0){let t=this.spare;return this.spare=-1,t}return this.next64(),this.
spare=this.high,this.low}random(){return this.next64(),(this.high*2**21+(this.low>>>11))*2**-53}_step(){let{state:t,
increment:e}=this,[s,o,i,r,a,l]=[t[0],t[1],t[2],t[3],t[4],t[5]],h=e[0]+s*Ht,c=Math.floor(h/Q);t[0]=h-c*Q,h=c+e[1]+
s*de+o*Ht,c=Math.floor(h/Q),t[1]=h-c*Q,h=c+e[2]+s*Ls+o*de+i*Ht,c=Math.floor(h/Q),t[2]=h-c*Q,h=c+e[3]+s*Hn+o*Ls+
i*de+r*Ht,c=Math.floor(h/Q),t[3]=h-c*Q,h=c+e[4]+s*Dr+o*Hn+i*Ls+r*de+a*Ht,c=Math.floor(h/Q),t[4]=h-c*Q,h=c+e[5]+
s*Mf+o*Dr+i*Hn+r*Ls+a*de+l*Ht,c=Math.floor(h/Jr),t[5]=h-c*Jr}};function Jn(n){let t=BigInt.asUintN(128,n);return Float64Array.
from({length:Yr},(e,s)=>Number(t>>BigInt(Dn*s)&BigInt(Q-1)))}var Qr="edkVeDtJzzzG9v3jC42LPLRbLDyvUJI8YTtEOLl8lTwMpy/o/AGYPLzQTC4MI5o892E4L00AnDx0cnRaL6ydPMPVTC1IMp88rbuOJz\
JNoDxDXQI7BfWgPHc2QZemkqE89Rp6j6InojyA2GM4LrWiPPWRV8A/PKM8L7GiwZ69ozxVm/+N7zmkPKf+PTa7saQ8dNMaYnUlpTyWzgengJWl\
POp+2c8xAqY8PXyjYdJrpjxwBQCSotKmPKb4RtPaNqc8dyqzEK2YpzxD9UatRfinPHcKQ1PMVag8mnZ7nmSxqDyYz06pLgupPOoeLIJHY6k8Rs\
U4jsm5qTwsp6TczA6qPFnNd21nYqo8MBYQbq20qjycbBNtsQWrPCl6QoeEVas8Op9Sjjakqzwygr8q1vGrPPNOWflwPqw8YTsypROKrDyLJnL+\
ydSsPEi3gA6fHq08EB/kKZ1nrTzDuCMAzq+tPFN28ak69608/u3Stes9rjwAb3oz6YOuPM6C+b06ya48JmLwhOcNrzyI9thU9lGvPK7Xh55tla\
88rC76fVPYrzzsNELgVg2wPJqPOfVALrA8/KUWnupOsDwQoHJbVm+wPAv0cZCGj7A8E2G8hH2vsDx/zEtmPc+wPGsIFkvI7rA87hWVMiAOsTy+\
DzEHRy2xPEGRjp8+TLE8HiDEvwhrsTw02ngap4mxPIht7lEbqLE8yyr4+GbGsTwu1OCTi+SxPJ+gQJmKArI86cbEcmUgsjwfw+l9HT6yPPtrqQ\
y0W7I8f9MdZip5sjwb1xnHgZayPNouuGK7s7I8U7jhYtjQsjyOqcvo2e2yPNdIbg3BCrM8MLn04Y4nszyhXiZwRESzPNVSyrriYLM8algFvmp9\
szxksrJv3ZmzPAM9uL87trM84B1WmIbSszyDWnLevu6zPHSe4HHlCrQ8XXSmLfsmtDykMDzoAEO0PF3HynP3XrQ8NsNmnt96tDwvj0gyupa0PF\
1BAvaHsrQ83BGzrEnOtDwFpjgWAOq0PGJVXu+rBbU8WosK8k0htTxPZmrV5jy1PMiyG053WLU8eF9VDgB0tTwUhQ7GgY+1PFkbJCP9qrU8PXN9\
0XLGtTzTjC974+G1PDhen8hP/bU8wx+jYLgYtjyisKLoHTS2PAsmtwSBT7Y8cpbJV+Jqtjw3MbGDQoa2PLGyUCmiobY8u0Oz6AG9tjxS0yhhYt\
i2PFT4YTHE87Y862iL9ycPtzzGFGlRjiq3PNzucNz3Rbc8H3PlNWVhtzxJ9O/61ny3PJO9ushNmLc8CRSLPMqztzz7ItvzTM+3POfec4zW6rc8\
H+qGpGcGuDx2hsjaACK4PBWfic6iPbg8vfXRH05ZuDzFfnpvA3W4PC33R1/DkLg8Q8AFko6suDycDKGrZci4PCdqRFFJ5Lg8j7VzKToAuTxHgy\
jcOBy5PPwK7xJGOLk8iqIDeWJUuTzu1XC7jnC5PDEqLonLjLk8v5k/kxmpuTws2dWMecW5PBF0byvs4bk8StL6JnL+uTySNvk5DBu6PFvIoiG7\
N7o8iLsLnn9UujykqUpyWnG6PD0xoGRMjro8CPGfPlarujzO9VrNeMi6PDazi+G05bo8GqHDTwsDuzxbmJrwfCC7PAAM4KAKPrs8Az3OQbVbuz\
wniT+5fXm7PDz35fFkl7s8biWF22u1uzyiwC5rk9O7PIOugZvc8bs8oBbsbEgQvDwtevDl1y68PBwNbhOMTbw8BYfsCGZsvDwXpuvgZou8PKui\
Nr2Pqrw8kNY7x+HJvDw34GgwXum8PG6PizIGCb08IO83ENsovTxHxjMV3ki9PCPx55YQab08pfvX9HOJvTxwbiCZCaq9PA5J/PjSyr08Ny5Sld\
HrvTwc0kn7Bg2+PPZG6sR0Lr48iNHBmRxQvjwl/pcvAHK+PAq/KkshlL48CG/3wIG2vjw6pxB2I9m+PKnsAWEI/L48IVPCijIfvzxtTbcPpEK/\
PGgBySBfZr88gpeJBGaKvzy/InEYu66/PIXnL9Jg0788C/YYwVn4vzx1oNNH1A7APEfJjwKoIcA8qwKpg6k0wDzH9T5O2kfAPH6zrfY7W8A8aC\
anI9BuwDwXLmOPmILAPFSi6AiXlsA8xMBxdc2qwDxI1O7RPb/APDA9qjTq08A8k2URz9TowDy2n6bv//3APEFwIARuE8E8NV27myEpwTxtCcRp\
HT/BPDsuYEhkVcE88+6dO/lrwTxhEtJ034LBPKzrTlYamsE8ji9/d62xwTyUpnGpnMnBPDmu5Pvr4cE8Adniwp/6wTyBzASdvBPCPO7Tb3pHLc\
I8JJyspEVHwjzgWHbHvGHCPC5ZqPqyfMI8eA53zS6YwjxSCipTN7TCPJfbljHU0MI89XipsQ3uwjzurlbS7AvDPKOkaF57KsM8oxKuBcRJwzxA\
qDN60mnDPApBVpKzisM8+oiucHWswzymBBezJ8/DPHX0YKrb8sM82uW5nKQXxDyUXlQVmD3EPBU6p0TOZMQ8vEOcdWKNxDwnWmudc7fEPAKJzQ\
0l48Q8QazpU58QxTxCfjpSEUDFPBvkSqmxccU82Y1xi8ClxTz+0DokitzFPEwehs9pFsY86moAe85TxjzD5Z++QJXGPDLiCY1r28Y8NHpf8Cgn\
xzxzBglWlXnHPIzO1vQt1Mc8NPIpBQM5yDwUfKq/D6vIPJZEb5TgLsk8q1dAAe7LyTxad5R43I/KPLH9eDgfmMs8M60JgrQ7zTw=",Xr="wV2/\
lOxk0TwZQV2LnVhgPCtNW0my1mo8uo1bqTWTcTxzKkrl5iJ1PIB6wvuQUHg8zLd579E4ezyYvW232Ox9PDxcxknwO4A8cPbWJNtwgTwzJtqQAp\
iCPMpuPf6Is4M8If4LxhXFhDzDSgKd+M2FPL0rp/BAz4Y8GdAX2s3JhzxvYNNUWb6IPNI3IlWArYk8A1JdvsiXijzEo93dpX2LPIk/jNd7X4w8\
NnzxTaI9jTxac/F4ZhiOPKpPX88M8I48CTJoXdLEjzxYdWrtdkuQPPyAm0dIs5A8r/VJh/MZkTyg30vrjH+RPOdJPukm5JE8Lv84ZdJHkjwLaC\
PhnqqSPEvaJqWaDJM8AoJt4tJtkzygYiHRU86TPEhncMooLpQ8Euc1X1yNlDyTC81r+OuUPE1veCkGSpU8/b64PY6nlTzPLt3HmASWPOBoDG0t\
YZY8RKn6YlO9ljy7kHl5ERmXPHN5ByNudJc8coF+fG/PlzyZ1f5TGyqYPOzhKy93hJg8KsXQUIjemDxEov29UziZPDgTrULekZk8vwP/dSzrmT\
xKiBS+QkSaPGHSllMlnZo8ySTyRNj1mjybl0x5X06bPImPP7O+pps8mf5Zk/n+mzyf0nCaE1ecPNtawisQr5w8++bwjvIGnTyNa9jxvV6dPFeQ\
Qmp1tp08/jF89xsOnjxEEM+DtGWePGIb4uVBvZ48n5QC4sYUnzy1/lcrRmyfPKGpBGXCw5882TyaEZ8NoDxisQ32XTmgPPh2chwfZaA8cgBLu+\
OQoDw3AXEDrbygPGYveiB86KA8FawXOVIUoTy+fXBvMEChPPt/d+EXbKE8liM9qQmYoTyDUj3dBsShPOLEqZAQ8KE8BQ6x0yccojwpo8KzTUii\
PJ8Y0DuDdKI8qs2LdMmgojxdO6VkIc2iPCEXAxGM+aI8EXb7fAomozyhG4qqnVKjPPAahZpGf6M8/O/PTAasozxtM43A3dijPMQJT/TNBaQ80G\
xG5tcypDynbHGU/F+kPMSDyPw8jaQ8pBhrHZq6pDzqRcv0FOikPPsA2YGuFaU8+LUsxGdDpTwnbzG8QXGlPPmcTms9n6U8NZMR1FvNpTwmz1b6\
nfulPC4ac+MEKqY8jJtclpFYpjzu69MbRYemPN88jX4gtqY8CKZZyyTlpjz7qVARUxSnPBwE+mGsQ6c8MNF30TFzpzwKJLF25KKnPPcXfWvF0q\
c8d3LOzNUCqDwq5t+6FjOoPOcIYVmJY6g8VA+kzy6UqDyUYMxICMWoPBMV/vMW9qg84XOOBFwnqTyKgjWy2FipPPS7QDmOiqk8XQPH2n28qTxR\
6d3cqO6pPC1Z0IoQIao8kMZWNbZTqjwP89Aym4aqPHplgd/Auao8/6zKnSjtqjy1i27W0yCrPEIlz/jDVKs8tk8ye/qIqzwQJgfbeL2rPIX9LZ\
1A8qs8LeBCTlMnrDykseqCslysPPsjI9hfkqw8bKWV81zIrDyAce2Dq/6sPK3yMEFNNa08/qMe7UNsrTwKpY1TkaOtPH810ko32608m1AmtDcT\
rjxSpBZ8lEuuPH8j9JpPhK48eHZKFWu9rjxokVv86PauPH+8oG7LMK880F5RmBRrrzzl4e+zxqWvPNgJ3Qrk4K881BH5ejcOsDwbORHvNCywPK\
Mkkp5rSrA82yYRz9xosDwPrTrPiYewPBnIM/dzprA8b5QAqZzFsDy3z+9QBeWwPM7vC2avBLE8ShWSapwksTwrOm/szUSxPMEExIVFZbE8nq5v\
3QSGsTwgeKKnDaexPFoqeKZhyLE8cDObqgLqsTyi9PCT8guyPFDlT1IzLrI8ujtA5sZQsjym2sdhr3OyPCtTQunulrI8UdtFtIe6sjxwLZYOfN\
6yPGVZJlnOArM80KcqC4EnszxlyTuzlkyzPFaojPgRcrM8Q1E0nPWXszyDi416RL6zPNDerYwB5bM8re716S8MtDz4Qr3J0jO0PCzJG4XtW7Q8\
MpTTmIOEtDxMoV2nmK20PCexHHsw17Q8CJW5CE8BtTyyqqxx+Cu1PFqn+AYxV7U8YUQbTP2CtTwH4Tj6Ya+1PJ69iANk3LU8eRgIlwgKtjyULn\
skVTi2PDL0w2BPZ7Y87kiXSv2Wtjwee5ovZce2PAcl9LGN+LY8GNJczn0qtzzDcb3iPF23PPlxa7XSkLc803YUfUfFtzwSFG7po/q3PMO+wCzx\
MLg8QnNoBjlouDyrW2nOhaC4PJU2O4Li2bg8RHXz0loUuTwOKvw0+0+5PNgajfHQjLk86tkkOurKuTx48Uk+Vgq6PDtM6EMlS7o86oatwmiNuj\
zERdiCM9G6PAq2A8CZFrs8D+qRULFduzxe2nbSkaa7PHfvS95U8bs8p+DCQRY+vDz0yMhC9Iy8PH+p8uwP3rw8xTgna40xvTzsO+xvlIe9PJ/x\
Tq9Q4L08YAkZbvI7vjzBg/Mqr5q+PErqUGfC/L48p/eRl25ivzzlxvZD/su/PC7sYrPiHMA87471ixFWwDxOpcvNwZHAPKBIXXgx0MA8ppJDA6\
gRwTwqRHVneFbBPNbCs7wDn8E8fPrJoLzrwTyfkVm2Kz3CPKWqSa71k8I88BFEiuPwwjxe98wn7lTDPGG4yMdOwcM8YhPkZpc3xDzRUUfN17nE\
PPZzzzzYSsU80hNz4XruxTxyv0ttZ6rGPC/G6tZQh8c8Ge3y5p+TyDyFe0gN3OnJPPxx2lGew8s8g7t+KdnJzjw=";var _f=3.654152885361009,Af=.2736612373297583,vf=7.69711747013105,Yn=ea(Qr,2**52,n=>Math.exp(-.5*n*n)),Qn=ea(Xr,
2**53,n=>Math.exp(-n));function Vr(n){for(;;){n.next64();let{high:t,low:e}=n,s=e&255,o=(t&536870911)*2**23+(e>>>
9),i=o*Yn.width[s]*(e&256?-1:1);if(o<Yn.sure[s])return i;if(s===0)return Of(n)*(e&131072?-1:1);if(ta(Yn,s,n)<Math.
exp(-.5*i*i))return i}}function Zr(n){for(;;){n.next64();let{high:t,low:e}=n,s=e>>>3&255,o=t*2**21+(e>>>11),i=o*
Qn.width[s];if(o<Qn.sure[s])return i;if(s===0)return vf-Math.log1p(-n.random());if(ta(Qn,s,n)<Math.exp(-i))return i}}
function Of(n){for(;;){let t=-Af*Math.log1p(-n.random()),e=-Math.log1p(-n.random());if(e+e>t*t)return _f+t}}function ta({
height:n},t,e){return(n[t-1]-n[t])*e.random()+n[t]}function ea(n,t,e){let s=Uint8Array.from(atob(n),l=>l.charCodeAt(
0)),o=new Float64Array(s.buffer),i=o.map((l,h)=>h===0?1:e(l*t)),r=l=>l===0?o[255]:l===1?0:o[l-1],a=o.map((l,h)=>Math.
floor(r(h)/l*t));return{width:o,sure:a,height:i}}function sa(n){return new Xn(n)}var Xn=class{constructor(t){this.bits=new Is(t)}random(){return this.bits.random()}integers(t){
if(t===1)return 0;let e=this.bits.next32(),s=Math.imul(e,t)>>>0;if(s<t){let o=4294967296%t;for(;s<o;)e=this.bits.
next32(),s=Math.imul(e,t)>>>0}return Math.round((e*t-s)/2**32)}permutation(t){let e=Int32Array.from({length:t},
(s,o)=>o);for(let s=t-1;s>0;s--){let o=2**(32-Math.clz32(s))-1,i=s+1;for(;i>s;)i=this.bits.next32()&o;[e[s],e[i]]=
[e[i],e[s]]}return e}choice(t,e){let s=new Float64Array(t),o=0;for(let r=0;r<t;r++)s[r]=o+=e[r];let i=this.random();
return s.findIndex(r=>r/o>i)}standardNormal(t){return new Float64Array(t).map(()=>Vr(this.bits))}standardExponential(t){
return new Float64Array(t).map(()=>Zr(this.bits))}dirichletOfOnes(t,e){let s=this.standardExponential(e*t);for(let o=0;o<
s.length;o+=t){let i=0;for(let a=0;a<t;a++)i+=s[o+a];let r=1/i;for(let a=0;a<t;a++)s[o+a]*=r}return s}};function Jt(n,t=0,e=n.length-t){if(e>128){let r=Math.floor(e/2),a=r-r%8;return Jt(n,t,a)+Jt(n,t+a,e-a)}let s=t+
e,o=0,i=t;if(e>=8){let r=n.slice(i,i+8);for(i+=8;i+8<=s;i+=8)for(let m=0;m<8;m++)r[m]+=n[i+m];let[a,l,h,c,f,u,
p,d]=r;o=a+l+(h+c)+(f+u+(p+d))}for(;i<s;i++)o+=n[i];return o}function Vn(n,t){if(t===1)return Float64Array.of(
Jt(n));let e=new Float64Array(t);for(let s=0;s<n.length;s+=t)for(let o=0;o<t;o++)e[o]+=n[s+o];return e}var Sf=4*Number.EPSILON;function $s({X:n,N:t,D:e}){let s=Vn(n,e).map(a=>a/t),o=n.map((a,l)=>(a-s[l%e])**2),i=n.
slice(0,e),r=n.slice(0,e);for(let a=0;a<t*e;a++)i[a%e]=Math.min(i[a%e],n[a]),r[a%e]=Math.max(r[a%e],n[a]);return Vn(
o,e).map((a,l)=>!(r[l]-i[l]<=Sf*Math.max(Math.abs(i[l]),Math.abs(r[l])))&&a/t>0?a/t:1)}var Zn={"random points":Nf,"k-means++":kf,"random responsibilities":Tf,identity:Ef,"all means equal":Pf};function oa(n,t,e,s,o=null){
if(na(e,"n_components",1),!Object.hasOwn(Zn,n))throw new RangeError(`no start is called '${n}': choose one of ${Object.
keys(Zn).join(", ")}.`);if(na(s,"seed",0),e>t.N)throw new RangeError(`n_components=${e} is more than the ${t.N}\
 samples: use at most ${t.N} components or more data.`);return o&&n==="identity"&&s===0&&Z(o.length,t.D)===e?o.
slice():Zn[n](t,e,sa(s))}function na(n,t,e){if(!(Number.isSafeInteger(n)&&n>=e))throw new RangeError(`${t} is ${n}\
, expected an int of at least ${e}.`)}function Nf(n,t,e){return eo(n,to(n,e.permutation(n.N).subarray(0,t)))}function kf(n,t,e){
let{X:s,N:o,D:i}=n,r=$s(n).map(Math.sqrt),a=s.map((f,u)=>f/r[u%i]),l=[e.integers(o)],h=new Float64Array(o).fill(
1/0),c=new Float64Array(i);for(;l.length<t;){let f=l[l.length-1]*i;for(let p=0;p<o;p++){for(let d=0;d<i;d++)c[d]=
(a[p*i+d]-a[f+d])**2;h[p]=Math.min(h[p],Jt(c))}let u=Jt(h);if(u>0){let p=h.map(d=>d/u);l.push(e.choice(o,p))}else{
let p=Array.from({length:o},(d,m)=>m).filter(d=>!l.includes(d));l.push(p[e.integers(p.length)])}}return eo(n,to(
n,l))}function Tf(n,t,e){let s=Et(n,e.dirichletOfOnes(t,n.N),t,0),o=$s(n);return ra(s,t,n.D,i=>.001*o[i]),s}function Ef({
D:n},t,e){return ia(e.standardNormal(t*n),new Float64Array(n).fill(1))}function Pf(n,t,e){let s=e.integers(n.N);
return eo(n,to(n,Array(t).fill(s)))}function to({X:n,D:t},e){return Float64Array.from({length:e.length*t},(s,o)=>n[e[Math.
floor(o/t)]*t+o%t])}function eo(n,t){return ia(t,$s(n))}function ia(n,t){let e=t.length,s=n.length/e,o=new Float64Array(
S(s,e)).fill(1/s,0,s);return o.set(n,s),ra(o,s,e,i=>t[i]),o}function ra(n,t,e,s){let o=t+t*e;for(let i=0;i<t;i++)
for(let r=0;r<e;r++)n[o+r]+=s(r),o+=r+1}function Dt(n,t){let e=n.n_components;if(n.start===O){if(n.own_start.length===S(e,t.D))return Float64Array.from(
n.own_start);throw new Error(`your own start does not have ${e} components of ${t.D} features: drag a mean to \
make a new one, or choose another start.`)}return oa(n.start,t,e,n.seed,t.start)}var Lf=100,Fs=class{constructor(t,e){this.order=t,this.data=e;let s=t.choice.n_components,o=t.counts.filter(i=>i<=
e.N).sort((i,r)=>+(r===s)-+(i===s));this.open=o.flatMap(i=>t.seeds.map(r=>({K:i,seed:r}))),this.halves=[0,1].map(
i=>$f(e,i)),this.ended=new Map,this.run=null,this.toldAt=-1/0}work(t){let e=this.open[0];this.run??(this.run=this.
_begin(e));let s=C(this.run,t);return s.ended==="running"?null:(this.run=null,this.open.shift(),e.seed===void 0?
this._select(e,s):this._judge(e.K,e.seed,s))}_begin({K:t,seed:e,row:s}){let{order:o,data:i,halves:r}=this,a={regCovar:o.
choice.reg_covar,maxIter:o.maxIter};return s?q(r[0],s,t,a):q(i,Dt({...o.choice,n_components:t,seed:e??0},i),t,
a)}_judge(t,e,s){let{order:o,data:i,ended:r}=this;r.set(e,s);let a=r.size===o.seeds.length;if(!a&&performance.
now()-this.toldAt<Lf)return null;this.toldAt=performance.now();let l=oi(r,i,o.choice.reg_covar),h=new Map([...r].
map(([c,f])=>[c,so(f)]));if(a){let c=If(l,r);c&&this.open.unshift({K:t,row:so(c),bic:qr(c,i)}),this.ended=new Map,
this.toldAt=-1/0}return{kind:"row",key:o.key,n_components:t,row:l,ends:h}}_select({K:t,bic:e=NaN},s){let[o,i]=this.
halves,a=s.ended!=="failed"&&t<=o.N&&i.N>0?Kr(so(s),t,i):NaN;return{kind:"selection",key:this.order.key,n_components:t,
bic:e,heldOut:a}}};function so({K:n,D:t,params:e}){return e.slice(e.length-S(n,t))}function If(n,t){for(let e of[
"good","unfinished"]){let s=[...n].filter(([,{status:o}])=>o===e);if(s.sort(([,o],[,i])=>o.nll-i.nll),s.length)
return t.get(s[0][0])??null}return null}function $f({X:n,N:t,D:e},s){let o=Math.floor((t+1-s)/2),i=new Float64Array(
o*e);for(let r=0;r<o;r++)i.set(n.subarray((2*r+s)*e,(2*r+s+1)*e),r*e);return{X:i,N:o,D:e}}function Rs(n,t,e){return n.slice(t,t+t*e)}function dt({X:n,N:t,D:e},s,o,i){let r=0;for(let a=0;a<t;a++){let l=1/0;
for(let h=0;h<o;h++){let c=0;for(let f=0;f<e;f++){let u=n[a*e+f]-s[h*e+f];c+=u*u}c<l&&(l=c,i[a]=h)}r+=l}return r}
function no({X:n,N:t,D:e},s,o,i){let r=new Float64Array(i),a=new Float64Array(i*e);for(let l=0;l<t;l++){let h=s[l]*
e;r[s[l]]+=1;for(let c=0;c<e;c++)a[h+c]+=n[l*e+c]-o[h+c]}return o.map((l,h)=>{let c=r[Math.floor(h/e)];return c>
0?l+a[h]/c:l})}function aa(n,t,e,s=300){let{N:o,D:i}=n,r=Float64Array.from(t),a=new Int32Array(o).fill(-1),l=[
r],h=[dt(n,r,e,a)],c=!1;for(;!c&&l.length<=s;){let p=a;r=no(n,a,r,e),a=new Int32Array(o),l.push(r),h.push(dt(n,
r,e,a)),c=a.every((d,m)=>d===p[m])}let f=new Float64Array(l.length*e*i);l.forEach((p,d)=>f.set(p,d*e*i));let u=Math.
max(2*l.length-2,1);return{K:e,D:i,means:f,inertia:Float64Array.from(h),last:u,converged:c}}function la(n){let t=e=>e.
inertia[e.inertia.length-1];return n.reduce((e,s)=>t(s)<t(e)?s:e)}function me(n,t,e){let s=Array.from({length:e},
()=>new Array(e).fill(0));for(let i=0;i<n.length;i++)s[n[i]][t[i]]+=1;let o=new Map([[0,0]]);for(let i of s){let r=new Map;
for(let[a,l]of o)for(let h=0;h<e;h++){let c=a|1<<h;c!==a&&r.set(c,Math.max(r.get(c)??0,l+i[h]))}o=r}return Math.
max(...o.values())/n.length}var Ff=10,Cs=class{constructor(t,e){this.order=t,this.data=e,this.runs=[],this.run=null}work(t){let{choice:e,maxIter:s}=this.
order,{n_components:o,reg_covar:i}=e;for(;this.runs.length<Ff;){let r=()=>Dt({...e,seed:this.runs.length},this.
data);if(this.run??(this.run=q(this.data,r(),o,{regCovar:i,maxIter:s})),C(this.run,t).ended==="running")return null;
this.runs.push(this.run),this.run=null}return this._judged()}_judged(){let{data:t,order:e,runs:s}=this,{n_components:o,
start:i}=e.choice,r=s[0].params.length/s[0].nll.length,a=d=>d.ended==="failed"?1/0:d.nll[d.nll.length-1],l=s.reduce(
(d,m)=>a(m)<a(d)?m:d),h=xt(t,l.params.slice(-r),o,new Float64Array(t.N*o)),c=new Int32Array(t.N);for(let d=0;d<
t.N;d++){let m=h.subarray(d*o,(d+1)*o);c[d]=m.indexOf(Math.max(...m))}let f=me(c,e.components,o),u=s.map(d=>Rs(
d.params.subarray(0,r),o,t.D)),{means:p}=la(u.map(d=>aa(t,d,o)));return dt(t,p.slice(-o*t.D),o,c),{start:i,em:f,
kmeans:me(c,e.components,o)}}};var Rf={run:"running",ends:"mapping",ten:"ten",table:"table"},Yt=class{constructor(t){this.tell=t,this.data=null,
this.running=null,this.mapping=null,this.table=null,this.ten=null}take(t){if(t.kind==="data")this.data=t.data,
this.running=this.mapping=this.ten=this.table=null;else if(t.kind==="stop")this[Rf[t.what]]=null;else if(this.
data&&t.kind==="ten")this.ten=new Cs(t,this.data);else if(this.data&&t.kind==="run"){let{key:e,K:s,row:o,regCovar:i,
maxIter:r}=t;this.running={key:e,run:q(this.data,o,s,{regCovar:i,maxIter:r})}}else if(this.data&&t.kind==="end\
s"){let{key:e,K:s,rows:o,regCovar:i,maxIter:r}=t;this.mapping={key:e,ends:new Re(this.data,o,s,{regCovar:i,maxIter:r})}}else
this.data&&t.kind==="table"&&(this.table=new Fs(t,this.data))}get isIdle(){return!this.running&&!this.mapping&&
!this.ten&&!this.table}work(t){let e=performance.now()+t;this.running&&this._workOnRun(e),!this.running&&this.
mapping&&this._workOnEnds(e),!this.running&&!this.mapping&&this.ten&&performance.now()<e&&this._workOnTen(e);let s=()=>!this.
running&&!this.mapping&&!this.ten;for(;s()&&this.table&&performance.now()<e;)this._workOnTable(e)}_workOnRun(t){
if(!this.running)return;let{key:e,run:s}=this.running;C(s,t),s.ended!=="running"&&(this.running=null),this.tell(
{kind:"run",key:e,run:Cf(s)})}_workOnEnds(t){if(!this.mapping)return;let{key:e,ends:s}=this.mapping,o=s.work(t);
s.isDone&&(this.mapping=null),o.length&&this.tell({kind:"ends",key:e,ends:o})}_workOnTen(t){let e=this.ten?.work(
t);if(!this.ten||!e)return;let{key:s}=this.ten.order;this.ten=null,this.tell({kind:"ten",key:s,best:e})}_workOnTable(t){
let{table:e}=this;if(!e)return;let{key:s}=e.order;if(!e.open.length){this.table=null,this.tell({kind:"table",key:s});
return}let o=e.work(t);o&&this.tell(o)}};function Cf(n){return{...n,params:n.params.slice(),nll:n.nll.slice(),
rises:[...n.rises]}}var jf=5,zf=12,Bf=2,js=class{constructor(t){this.hear=t,this.orders=new Map,this.bench=new Yt(t),this.timer=0,
this.workers=[],this.canHire=!0,this._hire()}_hire(){if(this.canHire)try{let t=`(${theBundle})({exports:{}}).s\
erve()`,e=URL.createObjectURL(new Blob([t],{type:"text/javascript"})),s=new Worker(e);URL.revokeObjectURL(e),s.
onmessage=({data:i})=>this.hear(i),s.onerror=()=>this._workHere();let o=this.orders.get("data");o&&s.postMessage(
o),this.workers.push(s)}catch{this.canHire=!1}}_workHere(){this.canHire=!1;for(let t of this.workers)t.terminate();
this.workers=[];for(let t of this.orders.values())this._take(t)}give(t){t.kind==="data"&&this.orders.clear();let e=t.
kind==="stop"?t.what:t.kind;if(this.orders.delete(e),this.orders.set(e,t),t.kind==="table"){let s=Math.min(navigator.
hardwareConcurrency||1,Bf);for(;this.canHire&&this.workers.length&&this.workers.length<s;)this._hire()}if(!this.
workers.length)this._take(t);else if(t.kind==="run")this.workers[0].postMessage(t);else if(t.kind==="table")this.
_share(t);else if(t.kind==="ends"||t.kind==="ten")this.workers[this.workers.length-1].postMessage(t);else for(let s of this.
workers)s.postMessage(t)}_share(t){let{workers:e}=this,s=Wr(t.counts,e.length);e.forEach((o,i)=>o.postMessage(
{...t,counts:s[i]}))}_take(t){this.bench.take(t),!this.timer&&!this.bench.isIdle&&this._later()}_later(){this.
timer=window.setTimeout(()=>{this.bench.work(jf),this.timer=0,this.bench.isIdle||this._later()},zf)}close(){this.
canHire=!1;for(let t of this.workers)t.terminate();this.bench.take({kind:"stop",what:"run"}),this.bench.take({
kind:"stop",what:"ends"}),this.bench.take({kind:"stop",what:"table"})}};var Wf=3,qf=40,zs=class{constructor(t,e,s){this.datasets=t,this.maxIter=e,this.hear=s,this.traces=new Map,this.
behind=new js(o=>this._heard(o)),this.told=null,this.followed="",this.aside=null,this.asides=0}of(t){let e=I(t),
s=this.traces.get(e);if(!s){let o=this.datasets.of(t);s=this.from(Dt(t,o),o,t,Wf)}return this.traces.delete(e),
this.traces.set(e,s),this.traces.size>qf&&this.traces.delete(this.traces.keys().next().value),s}from(t,e,s,o){
let i=performance.now()+o,r={regCovar:s.reg_covar,maxIter:this.maxIter},a=C(q(e,t,s.n_components,r),i);return new Pt(
a,e,s.reg_covar)}follow(t){let e=this.of(t),s=e.isRunning?I(t):"";if(s!==this.followed){if(this.followed=s,this.
aside=null,!e.isRunning){this.behind.give({kind:"stop",what:"run"});return}this._finish(e,s)}}followAside(t){this.
aside={key:`aside ${this.asides++}`,trace:t},this.followed=this.aside.key,this._finish(t,this.aside.key)}endAside(t){
this.aside&&this.traces.has(I(t))&&this.follow(t)}_finish(t,e){let{K:s,regCovar:o,data:i}=t;this._tellData(i),
this.behind.give({kind:"run",key:e,K:s,row:t.rowAt(0).slice(),regCovar:o,maxIter:this.maxIter})}findEnds({key:t,
data:e,K:s,rows:o,regCovar:i}){this._tellData(e),this.behind.give({kind:"ends",key:t,K:s,rows:o,regCovar:i,maxIter:this.
maxIter})}stopFindingEnds(){this.behind.give({kind:"stop",what:"ends"})}compare(t,e,s){this._tellData(this.datasets.
of(t)),this.behind.give({kind:"table",key:kt(t),choice:t,counts:e,seeds:s,maxIter:this.maxIter})}tenStarts(t,e,s){
this._tellData(this.datasets.of(e)),this.behind.give({kind:"ten",key:t,choice:e,components:s,maxIter:this.maxIter})}stopComparing(){
this.behind.give({kind:"stop",what:"table"})}_tellData(t){if(this.told===t)return;this.told=t;let{X:e,N:s,D:o,
start:i}=t;this.behind.give({kind:"data",data:{X:e,N:s,D:o,start:i}})}_heard(t){if(t.kind==="run"){let e=t.key===
this.aside?.key?this.aside.trace:this.traces.get(t.key);if(!e||t.run.nll.length<e.nll.length&&t.run.ended==="r\
unning")return;e.run=t.run}this.hear(t)}forget(){this.traces.clear(),this.told=null,this.followed=""}close(){this.
behind.close()}};var Kf=200,ha="This is the run so far.",Bs=class{constructor(t,e,{datasets:s,own:o}){this.app=t,this.options=e,
this.own=o,this.runs=new zs(s,e.max_iter,i=>this._heard(i)),this.waiting=new Es(t.layout.element,t.layout.problem),
this.remark="",this.compared="",this.shown=null,this.wanted=t.scene.h,this.isAtEnd=!1,this.touched=this.asking=
0,this.isClosed=!1,this.answered=i=>this._answered(i),o?.listeners.add(this.answered)}close(){this.isClosed=!0,
this.own?.listeners.delete(this.answered),this.runs.close(),this.waiting.end(),clearTimeout(this.asking)}load(t=""){
let{scene:e,layout:s,drag:o}=this.app;if(this.remark=t,this.touched=performance.now(),o.letGo(),s.showChoice(e.
choice),this.waiting.end(),clearTimeout(this.asking),e.isEmpty){this._showNothing();return}try{this.own?this._loadOwn(
this.own):(this._show(this.runs.of(e.choice)),this.runs.follow(e.choice)),this.compare()}catch(i){this._showProblem(
i.message)}}has(t){return!this.own||this.app.scene.canRun||this.own.of(t)!==void 0}forget(){this.runs.forget(),
this.own?.answers.clear(),this.compared="",this.load()}_loadOwn(t){let{choice:e,canRun:s}=this.app.scene,o=t.of(
e);if(o&&"problem"in o){this._showProblem(o.problem);return}o&&this._show(o.trace),!(o&&!o.trace.isRunning&&!o.
trace.data.isPart)&&(s?(this.waiting.begin(o&&ha),t.ask(e)):o||this._showProblem(pe))}_answered(t){let{choice:e}=this.
app.scene;if(this.isClosed||I(t)!==I(e))return;this.waiting.end();let s=this.own?.of(e);if(!s)return;if("probl\
em"in s){this._showProblem(s.problem);return}if(this._show(s.trace),!s.trace.isRunning)return;this.waiting.begin(
ha);let o=Math.max(this.touched+Kf-performance.now(),0);this.asking=window.setTimeout(()=>this.own?.ask(this.app.
scene.choice),o)}_heard(t){let{scene:e,layout:s,screen:o,comparison:i}=this.app;this.isClosed||(t.kind==="ten"?
i.heard(t):t.kind==="row"&&t.key===kt(e.choice)?s.atlas.showRow(t.n_components,t.row,t.ends):t.kind==="selecti\
on"&&t.key===kt(e.choice)?s.atlas.selection.show(t.n_components,t):t.kind==="run"&&t.key===I(e.choice)&&!this.
own&&e.trace?this._show(e.trace):t.kind==="ends"?this.app.basins.hear(t):t.kind==="run"&&o.redraw())}_show(t){
let{scene:e,layout:s,screen:o,comparison:i}=this.app;e.h=this.isAtEnd?t.last:Math.min(this.wanted,t.last),t.isRunning||
(this.wanted=e.h),e.trace=t,e.data=t.data,e.dragged=null,this.shown=e.choice,i.load(t),s.problem.textContent="",
s.layers.show(t.data),s.picture.show(t.K,t.data.D),this.showNote(),o.redraw(!0)}_showProblem(t){let{scene:e,layout:s,
screen:o,player:i}=this.app;i.pause(),e.dragged=null;let r=e.trace?" Still showing the previous pictures.":"";
s.problem.textContent=t[0].toUpperCase()+t.slice(1)+r,o.redraw()}_showNothing(){let{scene:t,layout:e,screen:s,
player:o}=this.app;o.pause(),t.trace=t.data=t.dragged=null,t.h=this.wanted=0,e.problem.textContent="",e.note.textContent=
ue,e.own.offer(),s.redraw(!0)}showNote(){let{scene:t,layout:e,limits:s}=this.app,o=[this.remark,t.data?.note,t.
trace?.judged.ridge,s.reason];e.note.textContent=o.filter(Boolean).join(" ")}compare(){let{scene:t,layout:e}=this.
app,{atlas:s}=e,o=kt(t.choice);if(!(s.element.hidden||o===this.compared)){if(this.compared=o,t.choice.start===
O){this.runs.stopComparing(),s.clear("A start of your own fits one K only: there are no other runs to compare \
it with.");return}s.clear(this.own?"These are the runs of the right E- and M-step.":""),this.runs.compare(t.choice,
this.options.counts,this.options.seeds)}}toggleAtlas(){let{atlas:t}=this.app.layout;return t.element.hidden=!t.
element.hidden,this.compared="",t.element.hidden?this.runs.stopComparing():this.compare(),!t.element.hidden}};var Gf=500,Ws=class{constructor(t,e,s){this.layout=t,this.screen=e,this.say=s,this.sizes=new ResizeObserver(()=>this.
resize());for(let o of t.panels)this.sizes.observe(o);this.themes=new MutationObserver(()=>this.restyle()),this.
themes.observe(document.body,{attributes:!0}),this.scheme=matchMedia("(prefers-color-scheme: dark)"),this.changed=
()=>this.restyle(),this.scheme.addEventListener("change",this.changed),this.pixels=setInterval(()=>this.ratio!==
window.devicePixelRatio&&this.resize(),Gf),t.element.addEventListener("click",o=>this._refocus(o))}close(){this.
sizes.disconnect(),this.themes.disconnect(),this.scheme.removeEventListener("change",this.changed),clearInterval(
this.pixels)}resize(){this.ratio=window.devicePixelRatio;let t=this.ratio||1,{left:e,right:s,panels:o}=this.layout;
for(let[i,r]of[e,s].entries()){let{clientWidth:a,clientHeight:l}=o[i],[h,c]=[Math.round(a*t),Math.round(l*t)];
!h||!c||r.width===h&&r.height===c||(r.width=h,r.height=c)}this.restyle(),this.screen.look&&this.screen.draw()}restyle(){
let{element:t,left:e,stage:s}=this.layout;if(!t.isConnected||!e.clientWidth)return;let o=je(s,e.width/e.clientWidth);
t.style.setProperty("--emx-e",o.E),t.style.setProperty("--emx-m",o.M),t.style.setProperty("--emx-badge-ink",o.
dark?"#000":"#fff"),this.screen.look=t.classList.contains("emx-presenting")?Pr(o):o,this.screen.redraw()}toggleLarge(){
let t=this.layout.element.classList.toggle("emx-large");return requestAnimationFrame(()=>this.restyle()),t}toggleFullScreen(){
let t=()=>this.say("The browser does not allow full screen here.");document.fullscreenElement?document.exitFullscreen():
this.layout.element.requestFullscreen?.().catch(t)}_refocus(t){let s=t.target.closest?.("button, canvas, input\
[type=checkbox], input[type=range]");t.detail>0&&s&&!s.closest(".emx-atlas, .emx-own")&&this.layout.stage.focus(
{preventScroll:!0})}};var oo={component:-1,part:null,at:null},qs=class{constructor(t,e){this.canvas=t,this.app=e,this.grabbed=null,this.
hasGrabbed=!1,this.chosen=-1,t.addEventListener("pointerdown",i=>this._down(i)),t.addEventListener("pointermov\
e",i=>this._move(i));let s=i=>r=>r.pointerId===this.grabbed?.pointer&&this._drop(i);t.addEventListener("pointe\
rup",s(!0)),t.addEventListener("pointercancel",s(!1)),t.addEventListener("pointerleave",i=>{!this.grabbed&&i.pointerType!==
"touch"&&this._hold(this._rest())});let o=({touches:[i]})=>this.app.layout.own.isAdding||this._holdAt(it(t,i)).
part;t.addEventListener("touchstart",i=>o(i)&&i.preventDefault(),{passive:!1})}letGo(){return this.grabbed?(this.
grabbed=null,this.app.dragTo(null),!0):!1}choose(t){this.chosen=t,this.grabbed||this._hold(this._rest())}_rest(){
return{...oo,component:this._isAllowed()?this.chosen:-1}}_hold(t){let{scene:e,screen:s}=this.app,{component:o,
part:i}=e.held;o===t.component&&i===t.part||(e.held=t,s.redraw())}_isAllowed(){let{scene:t,options:e}=this.app,
{trace:s,layers:o,choice:i,canRun:r}=t;return r&&e.controls.includes("own")&&o.ellipses&&s?.K===i.n_components}_handles(t){
let{plane:e}=this.app.screen,{trace:s,data:o,h:i}=this.app.scene;if(!s||!o||t<0||t>=s.K)return null;let r=s.row(
i),{x:a,y:l}=e.placeOfMean(r,s.K,o,t);return Ns(e.framed,r,t,o,this._px(),[a,l])}_px(){return this.canvas.width/
this.canvas.clientWidth}_holdAt(t){let{trace:e,held:s}=this.app.scene;if(!this._isAllowed()||!e)return oo;let o=this.
_handles(s.component),{part:i,far:r}=o?Gn(o,t):{part:null,far:1},a=Array.from({length:e.K},(u,p)=>this._handles(
p)),l=a.map(({mean:[u,p]})=>Math.hypot(u-t[0],p-t[1])/(he*this._px())),h=l.indexOf(Math.min(...l));if(o&&i&&r<=
l[h])return{component:o.k,part:i,at:null};if(l[h]<1)return{component:h,part:"mean",at:null};if(o&&$r(o,t))return{
component:o.k,part:null,at:null};let c=a.map(u=>Un(u,t)),f=c.indexOf(Math.min(...c));return c[f]<=1?{component:f,
part:null,at:null}:this._rest()}_down(t){if(t.button!==0||!t.isPrimary)return;let e=it(this.canvas,t),{layout:s,
screen:o,scene:i,player:r}=this.app;if(this.hasGrabbed=!1,s.own.isAdding){let{x:c,y:f,flat:u}=o.plane.framed;s.
own.addPoint([c.back(e[0]),u?0:f.back(e[1])]);return}let a=this._holdAt(e);this._hold(a);let l=this._handles(a.
component);if(!a.part||!l||!i.trace)return;let h=i.trace.row(i.h).slice();this.grabbed={pointer:t.pointerId,handles:l,
part:a.part,from:e,before:h,now:null},this.hasGrabbed=!0,this.canvas.setPointerCapture(t.pointerId),r.pause()}_move(t){
let e=it(this.canvas,t),{grabbed:s,canvas:o}=this,{scene:i,layout:r,screen:a}=this.app;if(s&&i.data){if(t.pointerId!==
s.pointer)return;let{handles:h,part:c,from:f,before:u}=s;s.now=Fr(h,c,f,e,u,i.data,a.plane.framed),i.held={component:h.
k,part:c,at:e},this.app.dragTo(s.now);return}if(t.pointerType==="touch")return;let l=r.own.isAdding?oo:this._holdAt(
e);this._hold(l),o.style.cursor=r.own.isAdding?"crosshair":l.part?"grab":""}_drop(t){let e=this.grabbed?.now;this.
letGo(),this.app.scene.held={...this.app.scene.held,at:null},t&&e&&this.app.startFrom(e)}};var Uf=300,Gs=class{constructor(t){let{data:e,K:s}=t;this.trace=t,this.history=[Rs(t.rowAt(0),s,e.D)],this.assigned=
new Int32Array(e.N),dt(e,this.history[0],s,this.assigned),this.isDone=!1,this.labels=new Int32Array(e.N),this.
shares=new Map}work(t){let e=performance.now()+t;for(;!this.isDone&&(this._iterate(),!(performance.now()>e));)
;return this.isDone}_iterate(){let{history:t,assigned:e,trace:s}=this,o=no(s.data,e,t[this.iterations],s.K);this.
assigned=new Int32Array(e.length),dt(s.data,o,s.K,this.assigned),t.push(o),this.isDone=this.iterations>=Uf||this.
assigned.every((i,r)=>i===e[r])}get iterations(){return this.history.length-1}iterationAt(t){return Math.min(t>>
1,this.iterations)}meansAt(t){return this.history[this.iterationAt(t)]}get isKnown(){let{data:t,K:e}=this.trace;
return t.components!==null&&t.truth?.K===e}shareAt(t){return this._share(-1-this.iterationAt(t),()=>{dt(this.trace.
data,this.meansAt(t),this.trace.K,this.labels)})}shareOfEM(t){return this._share(Math.max(t,1),()=>{let{trace:e}=this;
Hf(e.responsibilities(Math.max(t,1)),e.K,this.labels)})}_share(t,e){let s=this.shares.get(t);if(s===void 0){e();
let{data:o,K:i}=this.trace;s=me(this.labels,o.components,i),this.shares.set(t,s)}return s}inWords(t,e){let{iterations:s}=this,
o=this.iterationAt(t),i=this.isDone?` of ${s}`:"",a=`K-means from the same means, dashed: ${this.isDone&&o===s?
`done after ${Jf(s)}`:`iteration ${o}${i}`}.`;if(!this.isKnown)return a;let l=`Labels right: k-means ${Ks(this.
shareAt(t))}, EM ${Ks(this.shareOfEM(t))}.`,h=e?` Best of ten ${e.start} starts: k-means ${Ks(e.kmeans)}, EM ${Ks(
e.em)}.`:"";return`${a} ${l}${h}`}};function Hf(n,t,e){for(let s=0;s<e.length;s++){let o=0;for(let i=1;i<t;i++)
n[s*t+i]>n[s*t+o]&&(o=i);e[s]=o}}function Ks(n){return`${Math.round(100*n)} %`}function Jf(n){return`${n} iter\
ation${n===1?"":"s"}`}var Df=1e-6,Us=class{constructor(t){this.trace=t,this.next=1,this.found=null,this.isStuck=!1}get agreed(){return this.
next-1}get isDone(){let{trace:t}=this;return!!this.found||this.isStuck||this.next>t.effective(t.last)}work(t){
let e=performance.now()+t;do{if(this.isDone)return!0;this._compare(this.next),!this.found&&!this.isStuck&&(this.
next+=1)}while(performance.now()<e);return this.isDone}_compare(t){let{data:e,K:s,regCovar:o}=this.trace,i=t-1>>
1,r={iteration:i+1,step:t%2?"E-step":"M-step"},a=this.trace.responsibilities(2*i+1);if(t%2){if(!this.trace.isOwn(
t))return;let h=xt(e,this.trace.rowAt(i),s,new Float64Array(e.N*s)),c=ca(a,h);c>=0&&this._say(r,"responsibilit\
ies",c%s,a[c],h[c]);return}let l=this.trace.rowAt(i+1);try{this._compareRows(r,l,Et(e,a,s,o))}catch{this.isStuck=
!0}}_compareRows(t,e,s){let{K:o,data:i}=this.trace,{D:r}=i,a=[["weights",0,1],["means",o,r],["covariances",o+o*
r,r*(r+1)/2]];for(let[l,h,c]of a){let f=h+o*c,u=ca(e.subarray(h,f),s.subarray(h,f));if(!(u<0)){this._say(t,l,Math.
floor(u/c),e[h+u],s[h+u]);return}}}_say(t,e,s,o,i){this.found={...t,quantity:e,component:s,yours:o,ours:i}}};function ca(n,t){
let[e,s,o]=[0,-1,0];for(let i=0;i<t.length;i++){let r=Math.abs(n[i]-t[i]);r>s&&([e,s]=[i,r]),o=Math.max(o,Math.
abs(t[i]))}return s<=Df*o?-1:e}function ua({iteration:n,step:t,quantity:e,component:s,yours:o,ours:i}){return`\
iteration ${n}, ${t}: ${e} of component ${s}, yours ${fa(o)}, ours ${fa(i)}`}function fa(n){let[t,e]=n.toExponential(
3).split("e"),s=Number(e),o=i=>i.includes(".")?i.replace(/\.?0+$/,""):i;return s>=-4&&s<4?o(n.toFixed(3-s)):`${o(
t)}e${s<0?"-":"+"}${String(Math.abs(s)).padStart(2,"0")}`}var Yf=.01;function Qf(n,t){let{data:e,n_components:s,start:o,seed:i,reg_covar:r}=n;return[e!==t.data&&e,s!==t.
n_components&&`K = ${s}`,o!==t.start&&o,o===t.start&&String(n.own_start)!==String(t.own_start)&&"another own s\
tart",i!==t.seed&&`seed ${i}`,r!==t.reg_covar&&`reg_covar = ${r>0&&r<.001?r.toExponential():r}`].filter(Boolean).
join(", ")||"this run"}function pa(n){let{nll:t}=n;for(let e=t.length-1;e>=0;e--)if(Number.isFinite(t[e]))return t[e];
return NaN}function da(n){return Math.abs(n)<Yf?"the same":`${T(Math.abs(n))} nats ${n>0?"higher (worse)":"low\
er (better)"}`}function ma({trace:n,choice:t},e,s,o){let i=`Pinned, in grey: ${Qf(t,e)}.`;if(n===s)return i;if(n.
data!==s.data)return`${i} It is of other data: its NLL cannot be compared with this one.`;let[r,a]=[s.nllAt(o),
n.nllAt(Math.min(o,n.last))],l=[i];o>0&&o<s.last&&Number.isFinite(r-a)&&l.push(`At this half-step the NLL is ${da(
r-a)}.`);let h=[pa(s),pa(n)],c=s.isRunning||n.isRunning?", so far":"";return l.push(`Ends: ${T(h[0])} here, ${T(
h[1])} pinned${c}: this run's is ${da(h[0]-h[1])}.`),n.K!==s.K&&l.push("More components nearly always reach a \
lower NLL."),l.join(" ")}var io=5,Xf=20,Vf={ghost:null,means:null},Hs=class{constructor(t){this.app=t,this.pinned=null,this.right=null,
this.kmeans=null,this.hasKmeans=!1,this.best=new Map,this.asked="",this.pinButton=g("button",{type:"button",onclick:()=>this.
togglePin()},"Pin this run"),this.pinButton.title="keep its ellipses and its curve in grey, while another run \
is shown",this.kmeansButton=g("button",{type:"button","aria-pressed":"false"},"k-means"),this.kmeansButton.title=
"k-means from the same means, in step with EM",this.kmeansButton.onclick=()=>this.showKmeans(!this.hasKmeans),
this.line=g("p",{class:"emx-compared"})}togglePin(){let{trace:t,choice:e}=this.app.scene;this.pinned?this.pin(
null):t&&this.pin({trace:t,choice:e})}pin(t){this.pinned=t,this.pinButton.textContent=t?"Unpin":"Pin this run",
this._finish(t),this.app.redraw()}_finish(t){if(!t?.trace.isRunning||t!==this.pinned)return;let{run:e}=t.trace,
s=e.nll.length;C(e,performance.now()+io),e.nll.length!==s&&(this.app.redraw(),setTimeout(()=>this._finish(t),Xf))}showKmeans(t){
this.hasKmeans=t,this.kmeansButton.setAttribute("aria-pressed",String(t)),t||(this.kmeans=null),this.app.redraw()}load(t){
let{showing:e,scene:s}=this.app;if(!e.own||t.data.isPart){this.right=null;return}let o=I(s.choice);if(this.right?.
key===o&&this.right.trace.data===t.data){this.right.search.trace=t;return}this.right={key:o,trace:e.runs.of(s.
choice),search:new Us(t)},e.runs.follow(s.choice)}at(t,e){if(t!==this.app.scene.trace)return Vf;let s=this.pinned?.
trace??this.right?.trace??null;return this.hasKmeans&&this.kmeans?.trace!==t&&(this.kmeans=new Gs(t)),this.kmeans?.
work(io),{ghost:s?.data===t.data?s:null,means:this.kmeans?.meansAt(e)??null}}tell(t,e){let s=t===this.app.scene.
trace,i=(!s||!this.right||this.right.search.work(io))&&(this.kmeans?.isDone??!0),a=[s&&this.pinned&&ma(this.pinned,
this.app.scene.choice,t,e),s&&this.right&&this._ofOwnSteps(t),s&&this.kmeans?.inWords(e,this._bestOfTen())].filter(
Boolean).join(" ");return this.line.textContent!==a&&(this.line.textContent=a),i}_ofOwnSteps(t){let{search:e,trace:s}=this.
right;if(!e.found){let{agreed:r,isDone:a}=e,l=a&&!t.isRunning&&t.failed<0?"All":"The first";return r===1?"The \
first half-step agrees with ours.":r>0?`${l} ${r} half-steps agree with ours.`:""}let o=this.pinned?"":" In gr\
ey: the right run",i=o&&!s.isRunning?`${o}, which ends at NLL ${T(s.nll.at(-1)??NaN)}.`:"";return`Your steps f\
irst differ from ours in ${ua(e.found)}.${i}`}_bestOfTen(){let{choice:t,trace:e}=this.app.scene,s=I({...t,seed:-1}),
o=e?.data.components;return this.asked!==s&&!this.best.has(s)&&o&&t.start!==O&&(this.asked=s,this.kmeans?.isKnown&&
this.app.showing.runs.tenStarts(s,t,o)),this.best.get(s)??null}heard({key:t,best:e}){this.best.set(t,e),this.app.
redraw()}};var Zf=[["E","E-step: each sample is shared",[{formula:"p_nk = π_k N(x_n | μ_k, Σ_k)",words:"weight times d\
ensity"},{formula:"r_nk = p_nk / ∑_j p_nj",words:"responsibilities: shares that sum to 1"},{formula:"NLL = −\
∑_n log ∑_k p_nk",words:"negative log-likelihood"}]],["M","M-step: fitted to the shares",[{formula:"N_k = \
∑_n r_nk, π_k = N_k / N",words:"effective counts and weights"},{formula:"μ_k = ∑_n r_nk x_n / N_k",words:"\
means"},{formula:"Σ_k = ∑_n r_nk (x_n−μ_k)(x_n−μ_k)ᵀ / N_k",words:"covariances, plus reg_covar"}]]];
function tu(n){return n.split(/_(\w+)/).map((t,e)=>e%2?g("sub",{},t):t)}var Js=class{constructor(){this.items=
{},this.element=g("div",{class:"emx-lines"},...Zf.map(([t,e,s])=>(this.items[t]=s.map(({formula:o,words:i})=>g(
"li",{title:i},...tu(o))),g("div",{"data-name":t},g("strong",{},e),g("ol",{},...this.items[t]))))),this.shown=
""}light(t,e){let s=`${_(t)} ${e}`;if(s!==this.shown){this.shown=s;for(let[o,i]of Object.entries(this.items))i.
forEach((r,a)=>{o===_(t)&&(e<0||e===a)?r.setAttribute("aria-current","step"):r.removeAttribute("aria-current")})}}};var ga={E:1300,M:2e3},eu={E:[0,.25,.9],M:[0,.35,.7]};function ro(n,t){let e=eu[n],s=e.map((o,i)=>su((t-o)/((e[i+
1]??1)-o)));return{line:t<1?e.filter(o=>o<=t).length-1:-1,done:s}}function su(n){let t=Math.min(Math.max(n,0),
1);return t*t*(3-2*t)}function St(n,t,e,s,o=0,i=t.length){for(let r=o;r<i;r++)s[r]=(1-e)*n[r]+e*t[r];return s}
function wa(n,t,e,s,[o,i,r]){let a=new Float64Array(t.length);return St(n,t,o,a,0,e),St(n,t,i,a,e,e+e*s),St(n,
t,r,a,e+e*s)}var nu="⁰¹²³⁴⁵⁶⁷⁸⁹";function ao({X:n,D:t},e,s,o){return z(n.subarray(o*t,(o+1)*t),1,t,e,s,new Float64Array(
s))}function lo(n){let t=Math.max(...n);return n.map(e=>e===t?1:Math.exp(e-t))}function ge(n,t){let e=10**-t,s=Array.
from(n,l=>l/e),o=s.map(l=>Math.floor(l+1e-9)),r=Math.round(s.reduce((l,h)=>l+h,0))-o.reduce((l,h)=>l+h,0),a=s.
map((l,h)=>h).sort((l,h)=>s[h]-o[h]-(s[l]-o[l]));for(let l of a.slice(0,Math.max(r,0)))o[l]+=1;return o.map(l=>(l*
e).toFixed(t))}function we(n){if(!Number.isFinite(n))return"0";if(n>Math.log(.001)&&n<Math.log(1e4))return String(
Number(Math.exp(n).toPrecision(3)));let t=Math.floor(n/Math.LN10),e=Math.exp(n-t*Math.LN10).toFixed(1);e==="10\
.0"&&([e,t]=["1.0",t+1]);let s=Array.from(String(Math.abs(t)),o=>nu[Number(o)]).join("");return`${e}·10${t<0?
"⁻":""}${s}`}function Ds(n){let t=Math.max(...n);return Number.isFinite(t)?t+Math.log(n.reduce((e,s)=>e+Math.
exp(s-t),0)):t}function ya(n,t){let e=new Float64Array(t);for(let s=0;s<n.length;)for(let o=0;o<t;o++)e[o]+=n[s++];
return e}var ou="Point at a sample, or press . and ,";function ba(n,t){return n.rowAt(Math.max(n.responsibilitiesIndex(
t),0))}function iu(n){let t=Ds(n);return n.map(e=>Math.exp(e-t))}function ru(n,t,e){return e<0?ou:t===0?`Sampl\
e ${e}, in the E-step to come`:n.isOwn(t)?`Sample ${e}, by your e_step`:`Sample ${e}, in ${_(t)==="E"&&t!==n.failed?
"this":"the last"} E-step`}function ho(n,t,e,s,o,{line:i,done:r}){let{K:a,data:l}=n,h={K:a,title:ru(n,e,s),N:l.
N,logs:null,densities:null,shares:null},c=o&&(i<0?o:o.map(y=>y*r[0]));if(s<0)return{...h,counts:c};let f=ba(n,
e),u=ao(l,f,a,s),p=t.responsibilities(e),d=lo(u);if(i>=0&&_(e)==="E"){let y=e>1?lo(ao(l,ba(n,e-1),a,s)):new Float64Array(
a);d=St(y,d,r[0],d)}let m=p?p.subarray(s*a,(s+1)*a):iu(u),w=i>=0&&e===1;return{...h,logs:u,densities:d,shares:w?
Float64Array.from(m,y=>y*r[1]):m,counts:c}}function xa(n,t,e){let{data:s,K:o}=n,{logs:i,shares:r,title:a}=ho(n,
n,t,e,null,{line:-1,done:[]});if(!i||!r)return"";let l=ge(r,3),h=[0,1].slice(0,s.plane.shown).map(f=>s.places[2*
e+f].toPrecision(3)),c=Array.from({length:o},(f,u)=>`component ${u}: weight times density ${we(i[u])}, respons\
ibility ${l[u]}`);return`${a}, at ${h.join(", ")}. ${c.join("; ")}.`}var au=.4;function Ma({context:n,framed:t,look:e},s){let o=8.5*e.scale*Math.sqrt(e.size/14);for(let[i,r]of[[e.
paper,5],[e.ink,2.4]])n.strokeStyle=i,n.lineWidth=r*e.scale,n.beginPath(),n.arc(t.at[2*s],t.at[2*s+1],o,0,2*Math.
PI),n.stroke()}function co({context:n,framed:t,look:e},s,o,i,r){let a=e.scale*Math.sqrt(e.size/14)*(r?2.2:1);for(let{
n:l,k:h,strength:c}of s){let[f,u]=[t.at[2*l],t.at[2*l+1]];n.strokeStyle=e.colors[h%e.colors.length],n.globalAlpha=
(r?1:.75)*Math.max(c,.08),n.lineWidth=(.6+c)*a,k(n,f,u,(o[h][0]-f)*i,(o[h][1]-u)*i)}n.globalAlpha=1}function _a({
context:n,look:t},e,s,o){let i=7.5*t.scale*Math.sqrt(t.size/14);n.strokeStyle=n.fillStyle=t.ink,e.forEach(([r,
a],l)=>{n.globalAlpha=1-(1-au)*o,n.lineWidth=1.6*t.scale,n.beginPath(),K[l%K.length](n,r,a,i),n.stroke(),n.globalAlpha=
o,n.lineWidth=2*t.scale,k(n,r,a,(s[l][0]-r)*o,(s[l][1]-a)*o)}),n.globalAlpha=1}function Aa(n,t,e,s){return Array.
from({length:e},(o,i)=>G(n,$(t,e,s,i).place))}var Ys=class{constructor(){this.isOn=!1,this.calm=matchMedia("(prefers-reduced-motion: reduce)"),this.moving=null}get isMoving(){
return this.moving!==null}begin(t,e){if(this.moving=null,!this.isOn||this.calm.matches||e===t.failed)return;let s=t.
responsibilities(e-1)?.slice()??null,o=t.responsibilities(e)?.slice();if(!o)return;let i=t.row(e-1).slice(),r=new Float64Array(
o.length);this.moving={trace:t,h:e,begun:performance.now(),row:i,old:s,fresh:o,mixed:r}}finish(){this.moving=null}phase(t,e){
let s=_(e),{moving:o}=this;if(o&&s!=="start"){let i=(performance.now()-o.begun)/ga[s];if(o.trace===t&&o.h===e&&
i<1)return ro(s,i)}return this.moving=null,s==="start"?{line:-1,done:[]}:ro(s,1)}seen(t,e,{done:s}){let{moving:o}=this;
if(!o)return{trace:t,look:e};let{h:i,row:r,old:a,fresh:l,mixed:h}=o,c=Object.create(t);if(_(i)==="M"){let d=wa(
r,t.row(i),t.K,t.data.D,s);return c.row=()=>d,c.responsibilities=()=>l,c.paramsIndex=()=>t.paramsIndex(i-1),{trace:c,
look:e}}let f=s[1],u=a?St(a,l,f,h):l;if(c.responsibilities=()=>u,a)return{trace:c,look:e};let p=e.colorBytes.map(
d=>d.map((m,w)=>m*f+e.greyBytes[w]*(1-f)));return{trace:c,look:{...e,colorBytes:p}}}};var lu=["k","π_k N(x_n |…)","r_nk","N_k"],Qs={shares:3,counts:1};function hu(n){return n.split(/_(\w+)/).map(
(t,e)=>e%2?g("sub",{},t):t)}var Xs=class{constructor(){this.caption=g("caption",{}),this.body=g("tbody",{}),this.
sums=g("tr",{}),this.table=g("table",{},this.caption,g("thead",{},g("tr",{},...lu.map(t=>g("th",{scope:"col"},
...hu(t))))),this.body,g("tfoot",{},this.sums)),this.element=g("div",{class:"emx-bars"},this.table),this.cells=
[],this.colors=""}_build(t){if(this.colors===t.join())return;this.colors=t.join(),this.cells=t.map(()=>[0,1,2].
map(()=>({number:g("span",{}),bar:g("i",{"aria-hidden":"true"})})));let e=o=>this.cells[o].map(({number:i,bar:r})=>(r.
style.background=t[o],g("td",{},i,r))),s=t.map((o,i)=>g("tr",{},g("th",{scope:"row"},String(i)),...e(i)));this.
body.replaceChildren(...s)}show({K:t,title:e,logs:s,densities:o,shares:i,counts:r,N:a},l){this._build(Array.from(
{length:t},(f,u)=>l[u%l.length])),this.caption.textContent!==e&&(this.caption.textContent=e);let h=[{texts:s&&
Array.from(s,we),lengths:o},{texts:i&&ge(i,Qs.shares),lengths:i},{texts:r&&ge(r,Qs.counts),lengths:r&&Array.from(
r,f=>f/a)}];this.cells.forEach((f,u)=>f.forEach(({number:p,bar:d},m)=>{let{texts:w,lengths:y}=h[m];p.textContent=
w?w[u]:"",d.style.width=`${100*Math.min(y?y[u]:0,1)}%`}));let c=[s?we(Ds(s)):"",i?String(Number(va(i).toFixed(
Qs.shares))):"",r?String(Number(va(r).toFixed(Qs.counts))):""];this.sums.replaceChildren(g("th",{scope:"row"},
"∑"),...c.map(f=>g("td",{},f)))}normalise(){let t=this.cells.map(([,e])=>e.bar.style.width);this.still();for(let[
e,s]of this.cells)s.bar.style.width=e.bar.style.width;this.element.offsetWidth,this.element.classList.add("emx\
-normalising"),this.cells.forEach(([,e],s)=>e.bar.style.width=t[s])}still(){this.element.classList.remove("emx\
-normalising")}};function va(n){return Array.from(n).reduce((t,e)=>t+e,0)}function Oa(n,t,e){let s=[];for(let o=0;o<t;o++){let i=e[o]/Math.min(Math.floor(96/t),Math.max(Math.round(e[o]),
1)),r=0,a=i/2;for(let l=o,h=0;l<n.length;l+=t,h++)if(r+=n[l],!(r<a)){for(;a<=r;)a+=i;n[l]>=.02&&s.push({n:h,k:o,
strength:n[l]})}}return s}function Sa(n,t,e){return Array.from({length:t},(s,o)=>({n:e,k:o,strength:n[e*t+o]})).
filter(({strength:s})=>s>=.02)}var Na={mouse:9,pen:14,touch:22},cu=6;function fu(n,[t,e],s){let o=-1,i=s*s;for(let r=0;2*r<n.length;r++){let a=(n[2*
r]-t)**2+(n[2*r+1]-e)**2;a<i&&([o,i]=[r,a])}return o}function uu(n,t,e){let s=Array.from({length:n.length/2},(o,i)=>i).
sort((o,i)=>n[2*o]-n[2*i]||o-i);return t<0?(e>0?s[0]:s[s.length-1])??-1:s[s.indexOf(t)+e]??-1}var Vs=class{constructor(t,e){
this.canvas=t,this.about=e,this.under=-1,this.kept=-1,this.data=null,this.pressed=null,t.addEventListener("poi\
ntermove",s=>this._hover(s)),t.addEventListener("pointerleave",()=>this._set({under:-1})),t.addEventListener("\
pointerdown",({clientX:s,clientY:o})=>{this.pressed=e.isTaken()?null:[s,o]}),t.addEventListener("click",s=>this.
_tap(s))}get sample(){return this.data!==this.about.framed().data&&(this.under=this.kept=-1),this.under>=0?this.
under:this.kept}_at(t){let e=t.pointerType,s=this.canvas.width/this.canvas.clientWidth;return fu(this.about.framed().
at,it(this.canvas,t),(Na[e]??Na.mouse)*s)}_hover(t){t.pointerType!=="touch"&&this._set({under:t.buttons||this.
about.isTaken()?-1:this._at(t)})}_tap(t){let{pressed:e}=this;if(this.pressed=null,!e||Math.hypot(t.clientX-e[0],
t.clientY-e[1])>cu)return;let s=this._at(t);this._set({kept:s===this.kept?-1:s})}step(t){let{at:e,data:s}=this.
about.framed();s&&this._set({under:-1,kept:uu(e,this.sample,t)})}letGo(){let t=this.sample>=0;return this._set(
{under:-1,kept:-1}),t}_set({under:t=this.under,kept:e=this.kept}){let s=this.sample;this.data=this.about.framed().
data,Object.assign(this,{under:t,kept:e}),this.sample!==s&&this.about.changed(this.sample>=0)}};var pu='[aria-keyshortcuts="ArrowRight"]',du=300,Zs=class{constructor(t){this.app=t;let{layout:e,drag:s,options:o}=t;
this.slow=new Ys,this.touch=new Vs(e.left,{framed:()=>t.screen.plane.framed,isTaken:()=>e.own.isAdding||s.grabbed!==
null,changed:()=>this._touched()}),this.lines=new Js,this.bars=new Xs,this.live=g("p",{class:"emx-hidden",role:"\
status"}),this.card=g("div",{class:"emx-card",hidden:!0}),this.panel=g("div",{class:"emx-inside",hidden:!0},this.
lines.element),this.toggleButton=g("button",{type:"button","aria-pressed":"false",onclick:()=>this.open(!this.
isOpen)},"Lines of the algorithm"),this.tick=Tt("slow motion",i=>this.setSlow(i),"what a half-step does, line \
by line"),this.isNew=!1,this.timer=0,this.known={trace:null,h:-1,counts:new Float64Array(0),threads:[]},this.now=
null,e.panels[0].append(this.card),e.stage.append(this.panel),e.element.append(this.live),o.controls.includes(
"slow")&&(e.transport.element.append(this.tick.element),e.foot.prepend(this.toggleButton));for(let i of["keydo\
wn","click"])e.element.addEventListener(i,r=>this._skip(r),!0);this.open(!1)}close(){clearTimeout(this.timer)}get isOpen(){
return!this.panel.hidden}setSlow(t){this.slow.isOn=this.tick.input.checked=t,this.slow.finish(),t&&this.open(!0),
this.app.redraw()}open(t){this.panel.hidden=!t,this.toggleButton.setAttribute("aria-pressed",String(t)),this.app.
layout.element.classList.toggle("emx-beside",t),(t?this.panel:this.card).append(this.bars.element),this.app.redraw()}_skip(t){
if(!this.slow.isMoving)return;this.slow.finish(),this.app.redraw();let e=t.target,s="key"in t?t.key==="ArrowRi\
ght":!1;this.app.scene.isPlaying||!(s||e.closest(pu))||(t.preventDefault(),t.stopPropagation())}_touched(){this.
isNew=!0,clearTimeout(this.timer),this.timer=window.setTimeout(()=>this._readOut(),du),this.app.redraw()}_readOut(){
let t=this.touch.sample;this.live.textContent=this.now&&t>=0?xa(this.now.trace,this.now.h,t):""}see(t,e,s){let o=this.
slow.phase(t,e),i=this.slow.seen(t,s,o);return this.now={trace:t,seen:i.trace,h:e,look:s,phase:o},{...i,isMoving:this.
slow.isMoving}}clear(){this.now=null,this.card.hidden=!0}_fitted(t,e){if(this.known.trace!==t||this.known.h!==
e){let s=t.responsibilities(e)??[],o=ya(s,t.K);this.known={trace:t,h:e,counts:o,threads:Oa(s,t.K,o)}}return this.
known}draw(t,e){if(!this.now)return;let{trace:s,seen:o,h:i,look:r,phase:a}=this.now,{K:l,data:h}=s,c={context:t,
framed:e,look:r},f=this.touch.sample;if(this.slow.isOn&&_(i)==="M"&&i!==s.failed){let[u,p]=[i-1,i].map(y=>Aa(e,
s.row(y),l,h.plane)),[d,m]=a.done;co(c,this._fitted(s,i).threads,p,d,!1);let w=o.responsibilities(i);f>=0&&w&&
co(c,Sa(w,l,f),p,d,!0),_a(c,u,p,m)}f>=0&&Ma(c,f)}tell(){if(!this.now)return;let{trace:t,seen:e,h:s,look:o,phase:i}=this.
now,r=this.touch.sample,{isOpen:a}=this;if(this.card.hidden=a||r<0,this.card.hidden&&!a)return;this.lines.light(
s,i.line);let l=a&&_(s)==="M"&&s!==t.failed?this._fitted(t,s).counts:null;this.bars.show(ho(t,e,s,r,l,i),o.colors),
this.slow.isMoving?this.bars.still():this.isNew&&r>=0&&this.bars.normalise(),this.isNew=!1,!a&&r>=0&&this._placeCard(
r)}_placeCard(t){let{framed:e}=this.app.screen.plane,{at:s,box:o}=e;this.card.dataset.x=s[2*t]<o.left+o.width/
2?"right":"left",this.card.dataset.y=s[2*t+1]<o.top+o.height/2?"bottom":"top"}};var mu="data-lm-suppress-shortcuts",gu=".jp-Cell";var fo={ArrowRight:["move",1],ArrowLeft:["move",-1],ArrowUp:["move",2],ArrowDown:["move",-2],Home:["first"],End:[
"last"]," ":["play"],K:["change","n_components",1],k:["change","n_components",-1],S:["change","seed",1],s:["ch\
ange","seed",-1],"+":["faster",1],"-":["faster",-1],".":["sample",1],",":["sample",-1],f:["fullscreen"],p:["pr\
esent"],Escape:["leave"]},wu=[" ","ArrowRight","ArrowLeft"],yu=["ArrowRight","ArrowLeft","ArrowUp","ArrowDown",
"Home","End"];function ka({tag:n="",type:t=""}){return n==="INPUT"&&!["checkbox","radio","range"].includes(t)}
function bu({key:n,shiftKey:t,altKey:e,ctrlKey:s,metaKey:o}){return!!(s||o||n==="Enter"&&(t||e))}function xu(n,t={},e=!1){
if(e||!Object.hasOwn(fo,n))return null;if(n==="Escape")return fo[n];let{tag:s="",type:o=""}=t;if(ka(t)||s==="S\
ELECT"||s==="TEXTAREA")return null;let i=["BUTTON","SUMMARY"].includes(s)||s==="INPUT"&&o!=="range";return n===
" "&&i||yu.includes(n)&&o==="range"?null:fo[n]}function Mu(n){let{top:t,bottom:e}=n.getBoundingClientRect();return t<
innerHeight&&e>0}var tn=class{constructor(t,e,s,o){this.element=t,this.stage=e,this.options=s,this.app=o,t.addEventListener(
"keydown",i=>this._pressed(i)),this.lend=i=>t.contains(i.target)&&this._lend(i),window.addEventListener("keydo\
wn",this.lend,!0)}close(){window.removeEventListener("keydown",this.lend,!0)}_lend(t){let{key:e,shiftKey:s,altKey:o,
ctrlKey:i,metaKey:r}=t,a=t.target,l=bu(t);if(a.toggleAttribute(mu,!l),!(l&&e==="Enter"&&ka({tag:a.tagName,type:a.
type})))return;t.preventDefault(),t.stopImmediatePropagation();let{stage:h}=this;h.focus();let c={key:e,code:"\
Enter",keyCode:13,shiftKey:s,altKey:o,ctrlKey:i,metaKey:r};h.dispatchEvent(new KeyboardEvent("keydown",{...c,bubbles:!0,
cancelable:!0}))}takeUp(t){!(document.activeElement===document.body&&!t.defaultPrevented)||t.shiftKey||!wu.includes(
t.key)||!Mu(this.stage)||(this.stage.focus({preventScroll:!0}),this._pressed(t))}_leave(){let{inside:t,presenter:e,
drag:s,stories:o}=this.app;if(s.letGo()||t.touch.letGo()||o.close()||e.leave()||document.fullscreenElement)return;
let i=this.element.closest(gu);i instanceof HTMLElement?i.focus():document.activeElement?.blur()}_pressed(t){let{
tagName:e,type:s}=t.target,o=t.ctrlKey||t.metaKey||t.altKey,i=xu(t.key,{tag:e,type:s},o);if(!i)return;t.preventDefault(),
t.stopPropagation();let[r,...a]=i;this._do(r,...a)}_change(t,e){let{options:s}=this;if(!s.controls.includes(t))
return;let o=t==="seed"?s.seeds:s.counts,i=this.app.scene.choice[t]+e;o.includes(i)&&this.app.choose({[t]:i})}_do(t,...e){
let{app:s}=this;({move:i=>s.move(i),first:()=>s.go(0),last:()=>s.go(1/0),play:()=>s.player.toggle(),change:(i,r)=>this.
_change(i,r),faster:i=>s.player.faster(i),sample:i=>s.inside.touch.step(i),fullscreen:()=>s.surroundings.toggleFullScreen(),
present:()=>s.presenter.toggle(),leave:()=>this._leave()})[t](...e)}};var _u=500,en=class{constructor(t,e){this.app=t;let s=matchMedia("(prefers-reduced-motion: reduce)").matches;this.
speed=s?Math.min(e,1):e,this.stepped=0,this.isCalm=s,this.goal=null}get isPlaying(){return this.app.scene.isPlaying}toggle(){
this.isPlaying?this.pause():this.play()}play(){let{app:t}=this,{scene:e}=t;e.trace&&(this.goal=null,e.h===e.trace.
last&&t.go(0),e.isPlaying=!0,this.stepped=performance.now(),t.redraw())}playTo(t,e,s){let{app:o}=this;if(this.
play(),this.isCalm||t<=o.scene.h){o.go(t),this.pause(),s();return}this.goal={h:t,speed:(t-o.scene.h)/e,done:s}}_arrive(){
let{goal:t}=this;this.goal=null,t?.done()}pause(){this.isPlaying&&(this.app.scene.isPlaying=!1,this._arrive(),
this.app.redraw())}faster(t){let e=ee.findIndex(s=>s>=this.speed);this.app.setSpeed(ee[Math.min(Math.max(e+t,0),
ee.length-1)])}advance(t){if(!this.isPlaying)return;let{scene:e,inside:s}=this.app,{isOn:o,isMoving:i}=s.slow;
i&&(this.stepped=t);let{h:r,speed:a}=this.goal??{h:1/0,speed:this.speed},l=Math.floor((t-this.stepped)*a/1e3+.05);
if(l<1)return;this.stepped=t-this.stepped>_u?t:this.stepped+l*1e3/a,this.app.go(Math.min(e.h+(o?1:l),r));let{trace:h,
h:c,canRun:f}=e,u=h&&c===h.last&&(!h.isRunning||!f);c!==r&&!u||(e.isPlaying=!1,this._arrive())}};function Ta(n,t){return{choices:Au,number:vu,order:Ou,point:Su}[n.kind](n,t)}function Au({choices:n,several:t},e){
let s=[...e].sort((a,l)=>a-l),o=n.flatMap((a,l)=>a.is_right?[l]:[]),i=s.map(a=>n[a].reason),r=o.filter(a=>!s.includes(
a)).length;return r&&t&&i.push(`${r} more ${r===1?"is":"are"} right.`),{isRight:String(s)===String(o),reasons:i}}
function vu({value:n,tolerance:t,reason:e,slips:s,too_small:o,too_large:i},r){let a=h=>Math.abs(r-h)<=t+1e-12*
Math.abs(h);return a(n)?{isRight:!0,reasons:[e]}:{isRight:!1,reasons:[s.find(h=>a(h.value))?.reason??(r<n?o:i)]}}
function Ou({items:n},t){let e=t.findIndex((s,o)=>s!==o);return e<0?{isRight:!0,reasons:n.map(s=>s.reason)}:{isRight:!1,
reasons:[n[e].reason]}}function Su({target:n,others:t,elsewhere:e},[s,o]){let i=a=>Math.hypot(s-a.x,o-a.y);if(i(
n)<=n.within)return{isRight:!0,reasons:[n.reason]};let r=t.filter(a=>i(a)<=a.within);return r.sort((a,l)=>i(a)-
i(l)),{isRight:!1,reasons:[r[0]?.reason??e]}}var Nu={true:"✓",false:"✗"},ku={true:"Right.",false:"Not as predicted."},sn=class{constructor(t){this.told=
t,this.element=g("div",{class:"emx-story",role:"group",tabindex:"-1",hidden:!0}),this.seen=g("p",{class:"emx-s\
een"})}clear(){this.element.hidden=!0,this.element.replaceChildren()}ask(t){let{choices:e}=t.question.answer,s=e.
map(({text:o},i)=>g("button",{type:"button",onclick:()=>this._answer(t,i)},o));this._show(t,"asking",g("p",{},
t.sentence),g("p",{},g("strong",{},"Predict. "),t.question.text),g("div",{class:"emx-predictions",role:"group",
"aria-label":"your prediction"},...s),this._foot()),s[0].focus({preventScroll:!0})}_answer(t,e){let{answer:s}=t.
question,{isRight:o,reasons:i}=Ta(s,[e]),r=s.choices.find(c=>c.is_right),a=String(o),l=g("p",{class:`emx-verdi\
ct-${o?"right":"wrong"}`},g("strong",{},`${Nu[a]} ${ku[a]} `),`“${s.choices[e].text}”: ${i[0]}`),h=!o&&r?g(
"p",{},`Right is “${r.text}”: ${r.reason}`):"";this.seen.textContent="",this.seen.dataset.place=t.seen,this.
_show(t,"told",g("div",{role:"status"},l,h,this.seen),this._foot()),this.element.focus({preventScroll:!0}),this.
told.answered()}tell(t){this.seen.textContent=t.seen}_foot(){let{told:t}=this;return g("div",{class:"emx-bar"},
g("button",{type:"button",onclick:t.next},"Next story"),g("button",{type:"button",onclick:t.close},"Close"))}_show(t,e,...s){
let{element:o}=this;o.setAttribute("aria-label",`Story: ${t.title}`),o.dataset.state=e,o.replaceChildren(g("h3",
{},t.title),...s),o.hidden=!1}};function X(n,...t){return{text:n,answer:{kind:"choices",choices:t,several:!1}}}function V(n,t){return{text:n,reason:t,
is_right:!0}}function P(n,t){return{text:n,reason:t,is_right:!1}}var Tu=[[.3,.2,.5],[1.2,.4,-4.4,1,4.1,-.3],[.8,-.4,1,1.2,-.8,1,1.2,.6,3]].flat(),Ea=[{title:"Slow",sentence:"T\
hree groups that overlap: even the true mixture would leave most samples in doubt.",choice:{data:"overlapping"},
to:1e3,question:X("EM stops when the NLL changes by less than 0.000001. When will that be?",P("After about 10 \
iterations","The first 10 do most of the work, but the NLL creeps on."),P("After about 100 iterations","At ite\
ration 100 the NLL still falls, if only in the third decimal."),V("Not within 500 iterations","The more the co\
mponents overlap, the less a sample says about which of them it belongs to.")),seen:"After 10 iterations the N\
LL is 2054.63, after 500 it is 2049.65 and still falling. Only 2 % of the samples have a responsibility above \
0.99."},{title:"Fast",sentence:"Three groups that are far apart, and in each of them one mean to start with.",
choice:{data:"well separated",start:"k-means++"},to:10,question:X("After how many iterations has EM converged?",
V("5","As soon as each sample clearly belongs to one component, one M-step puts the components in place."),P("\
50","Where groups are clear, EM needs few steps."),P("500","Where groups are clear, EM needs few steps.")),seen:"\
From iteration 3 on nearly all responsibilities are close to 0 or 1, and nothing is left to do: EM has converg\
ed after 5 iterations, at NLL 2333.70."},{title:"A wrong model",sentence:"The samples lie around a circle. No \
mixture of three Gaussians looks like that.",choice:{data:"ring",start:"k-means++"},to:200,layers:{contours:!0},
question:X("How will EM tell that the model is wrong?",P("It will not converge","It does: to a mixture that fi\
ts better than those around it."),P("It will fail","EM fails where a component collapses. Here each has enough\
 samples."),V("Not at all","EM only compares mixtures of three Gaussians with one another, never with anything\
 else.")),seen:"EM converges after 100 iterations, each component on a third of the circle, and says nothing. \
Seed 2 ends elsewhere, at 2525.18 instead of 2527.54: it is the data that are symmetric, not the fit."},{title:"\
A far sample",sentence:"The true mixture of the course and some of its samples. One more lies far away, at (−6\
, −4.35), at the lower left.",choice:{data:A,start:O,own_start:Tu},points:{every:6,of:"original",samples:[[-6,
-4.35]]},to:1,question:X("Which component takes most of the responsibility for it?",P("1, whose mean is neares\
t","It is 5.6 away, but component 1 is narrow: that is 9.5 standard deviations."),V("2, whose mean is farthest",
"It is 10.9 away, but component 2 is wide: that is 9.2 standard deviations. And its weight is larger."),P("All\
 about the same","All densities are tiny, but what counts is their ratio.")),seen:"Component 2 takes 93 % of i\
t, component 1 only 7 %. Far from all means, the widest component wins: distance counts in standard deviations\
."}];var Pa=[{title:"A plateau",sentence:"EM has made 16 iterations. The last one lowered the NLL by 18.88, the nex\
t by only 0.85.",choice:{},from:32,to:100,question:X("What happens in the iterations that follow?",P("Nothing \
much: it has converged","A small step does not mean that the end is near. EM is on a plateau."),V("The NLL fal\
ls slowly, then fast again","Up to iteration 36 it falls by less than 1 per iteration, in iteration 44 by 6.45\
."),P("The NLL rises again","An exact E-step and M-step never raise the NLL.")),seen:"Components 0 and 1 share\
 both groups on the right. Component 1 moves slowly to the right and leaves one group to component 0: the NLL \
falls from 2359.57 in iteration 16 to 2302.74 in iteration 50, and ends at 2295.07."},{title:"A poor optimum",
sentence:"The data have three groups, and there are three components. Only the start is another one: seed 2.",
choice:{seed:2},to:662,question:X("From seed 0, EM ends at NLL 2295.07. And from here?",P("At the same NLL","T\
hen every start would do. EM only goes downhill from where it starts."),V("At a higher NLL, and it stays there",
"It is a local minimum of the NLL: no small step leads out of it."),P("It does not converge","It does, after 3\
31 iterations, but to a worse fit.")),seen:"EM converges at NLL 2370.20, which is 75.13 above the run of seed \
0 (in grey). Components 0 and 1 share the group on the left, and component 2 covers the two others.",pinned:{}},
{title:"A collapse",sentence:"Five components for three groups, and reg_covar = 0: nothing is added to the cov\
ariances.",choice:{n_components:5,seed:8,reg_covar:0},to:69,question:X("What will become of the two components\
 too many?",P("Their weights become 0","A component that is not needed does not have to go: it can fit very fe\
w samples very well."),V("One shrinks onto very few samples, until EM fails","Around two samples the density c\
an become as high as you like: nothing holds it."),P("They end on top of another component","That can only las\
t if they start equal, or get there exactly.")),seen:"Component 0 keeps 2 of the 600 samples. Its ellipse is a\
 needle without width. After iteration 34 its covariance is singular, and the next E-step fails. A small reg_c\
ovar keeps such a covariance invertible."},{title:"Label switching",sentence:"From seed 1 EM ends at NLL 2295.\
07, with the components 0, 1, 2 from left to right (in grey).",choice:{seed:3},to:86,question:X("And from seed\
 3?",P("At another NLL, with other ellipses","The fit is the same, to the last ellipse."),P("The same ellipses\
 with the same numbers","Which component gets which group is decided by the start."),V("The same ellipses, num\
bered otherwise","Renumbering the components does not change the mixture, nor the NLL.")),seen:"The same NLL, \
2295.07, and the same ellipses, but from left to right they are now 2, 1, 0. The number of a component means n\
othing.",pinned:{seed:1}},{title:"Symmetry",sentence:"All three components start equal: the same weight, the s\
ame mean, the same covariance.",choice:{start:"all means equal"},to:4,question:X("How many of the three groups\
 will they find?",P("All three","Nothing tells the components apart, so nothing can pull them apart."),P("Two",
"Nothing tells the components apart, so nothing can pull them apart."),V("None: they stay equal","Every sample\
 gives 1/3 to each, so each M-step gives all three the same mean and covariance.")),seen:"All responsibilities\
 are 1/3. After 2 iterations EM has converged: three equal Gaussians on the mean of all samples, NLL 2600.36, \
as with K = 1. EM does not break a symmetry by itself."}];var Qt=[...Pa,...Ea];var La="Stories…",uo={least:1,most:6,each:.25},Eu={color:"pie",ellipses:!0,trails:!0,contours:!1,truth:!1,bound:!1,
zoom:!1,picture:"nll"};function Pu(n,t){let{own_start:e,own_points:s,...o}={...Nt,...n.choice},i=o;return i.start===
O&&(i.own_start=e),n.points?i.own_points=Lu(n.points,t(n.points.of)):s.length&&(i.own_points=s),i}function Lu({
every:n,samples:t},{X:e,D:s}){let o=[];for(let i=0;i<e.length;i+=n*s)o.push(Array.from(e.subarray(i,i+s),r=>Math.
round(100*r)/100));return[...o,...t]}var nn=class{constructor(t){this.app=t,this.story=null,this.key="",this.before=
t.scene.choice,this.card=new sn({answered:()=>this._play(),next:()=>this.begin(Qt[(this._at()+1)%Qt.length]),close:()=>this.
close()});let e=[La,...Qt.map(({title:i})=>i)],{element:s,select:o}=W("stories",e,i=>this._chosen(i));s.classList.
add("emx-stories"),s.firstElementChild?.remove(),this.element=s,this.select=o}_at(){return this.story?Qt.indexOf(
this.story):-1}_chosen(t){let e=Qt.find(s=>s.title===t);e?this.begin(e):this.leave()}begin(t){let{app:e}=this;
this.story||(this.before=e.scene.choice),this.story=null,e.player.pause(),e.comparison.pin(null),e.comparison.
showKmeans(!1),e.setLayers({...Eu,...t.layers});let s=Pu(t,o=>this._dataOf(o));e.inside.setSlow(!1),e.showing.
wanted=t.from??0,e.showing.isAtEnd=!1,e.choose(s),this.key=I({...e.scene.choice,...s}),this.story=t,this.select.
value=t.title,this.card.ask(t)}_dataOf(t){return this.app.showing.runs.datasets.of({...Nt,data:t})}_play(){let{
app:t,story:e}=this;if(!e)return;if(e.pinned){let o={...Nt,...e.pinned};t.comparison.pin({trace:t.showing.runs.
of(o),choice:o})}let s=uo.each*(e.to-t.scene.h);t.player.playTo(e.to,Math.min(Math.max(s,uo.least),uo.most),()=>{
this.story===e&&this.card.tell(e)})}close(){let{story:t,before:e,app:s}=this;return this.leave(),t?(s.player.pause(),
s.layout.stage.focus({preventScroll:!0}),t.points&&e.own_points.length&&s.choose(e),!0):!1}leave(){this.story=
null,this.select.value=La,this.card.clear()}showChoice(t){this.story&&I(t)!==this.key&&this.leave()}};var Ia="identity",po="random points",Iu=10;function $a({X:n,N:t,D:e}){let s=n.reduce((i,r)=>Math.max(i,Math.abs(
r)),0)||1,o=n.reduce((i,r)=>i+(r/s)**2,0);return s*Math.sqrt(o/(t*e))>Iu}function Fa({start:n,own_start:t,n_components:e},s,o){
if(n===O&&t.length!==S(e,s.D)){let i=o===Ia&&$a(s)?po:o;return{start:i,remark:`Your own start is for other fea\
tures: EM starts from ${i} again.`}}if(n===Ia&&$a(s)){let i=`These data lie far from 0, where the start "ident\
ity" puts its means: EM starts from ${po}.`;return{start:po,remark:i}}return{start:n,remark:""}}var $u=5e3,ye=class{constructor(t,e,s,{onchoice:o=()=>{},onview:i=()=>{}}={}){this.options=t,this.onchoice=o,this.
onview=i,t.labels&&s.datasets.describe(e.own_points,{labels:t.labels,note:""}),this.scene=new vs(e,t.half_step,
t.layers),this.startBefore=t.starts.find(r=>r!==O),this.player=new en(this,t.speed),this.comparison=new Hs(this),
this.stories=new nn(this),this.layout=new Ms(t,this),this.element=this.layout.element,this.screen=new Ts(this.
layout,this.scene,this.comparison,r=>{this.dragging.compute(),this.player.advance(r)}),this.limits=new _s(this.
layout,()=>this.showing.showNote()),this.drag=new qs(this.layout.left,this),this.inside=this.screen.inside=new Zs(
this),this.basins=new qe(this.layout.left,this,t.has_own_steps),this.layout.addBasins(this.basins.panel.element),
this.screen.map=this.basins,this.showing=new Bs(this,t,s),this.dragging=new Os(this.scene,this.showing.runs,this.
screen),Oi(this.layout.right,r=>this.screen.chart.halfStepAt(r),r=>this.jump(r)),this.keyboard=new tn(this.element,
this.layout.stage,t,this),this.surroundings=new Ws(this.layout,this.screen,r=>this.say(r)),this.presenter=new As(
this.layout,()=>this.surroundings.resize()),Object.assign(this.element,{explorer:this}),this.showing.load(),t.
slow&&this.inside.setSlow(!0)}close(){this.player.pause(),this.dragging.close(),this.showing.close(),this.screen.
close(),this.keyboard.close(),this.surroundings.close(),this.presenter.close(),this.layout.status.close(),this.
inside.close()}choose(t){let e=this.scene.choice,s={...e,...t},o="";if(s.n_components!==e.n_components&&s.start===
O&&!t.own_start&&(s.start=this.startBefore,o=`Your own start has another K: EM starts from ${s.start} again.`),
t.data===A&&!t.own_points&&this.layout.own.fit(s),t.data&&t.data!==A&&this.layout.own.leave(),t.data&&(o=this.
_fitStart(s)||o),!this.showing.has(s)){this.layout.showChoice(e),this.say(pe);return}s.start!==O&&(this.startBefore=
s.start),this.scene.choice=s,this.showing.load(o),this.onchoice(s)}toEnd(t){this.player.pause(),this.showing.isAtEnd=
!0,this.choose(t)}_fitStart(t){let e=t.data===A&&!t.own_points.length,{datasets:s}=this.showing.runs;if(e||!(t.
data===A||s.named.has(t.data)))return"";let{start:o,remark:i}=Fa(t,s.of(t),this.startBefore);return t.start=o,
i}takePoints(t,e){this.showing.runs.datasets.describe(t,e);let s=Math.min(this.scene.choice.n_components,t.length);
this.layout.own.leave(),this.jump(0),this.choose({data:A,own_points:t,n_components:s})}get mostPoints(){return this.
limits.isAlone?1/0:$u}adopt(t){JSON.stringify(t)!==JSON.stringify(this.scene.choice)&&(this.scene.choice=t,this.
showing.load())}say(t){this.layout.said.textContent=t}setLayers(t){Object.assign(this.scene.layers,t),this.layout.
layers.set(this.scene.layers),this.layout.picture.fit(),this.redraw()}dragTo(t){this.dragging.to(t)}startFrom(t){
this.showing.wanted=Math.min(this.scene.h,1),this.showing.isAtEnd=!1,this.choose({start:O,own_start:Array.from(
t)})}go(t){let{scene:e,showing:s,inside:o}=this;if(!e.trace)return;s.touched=performance.now();let i=e.h;e.h=s.
wanted=Math.min(Math.max(t,0),e.trace.last),e.h===i+1&&o.slow.begin(e.trace,e.h),s.isAtEnd=e.h>1&&e.h===e.trace.
last,this.screen.redraw(!0)}jump(t){this.player.pause(),this.go(t)}move(t){this.jump(this.scene.h+t)}setSpeed(t){
this.player.speed=t,this.layout.transport.showSpeed(t)}redraw(){this.screen.redraw()}setKernel(t){this.limits.
isAlone===t&&this.redraw(),this.limits.isAlone=!t;let{own:e,shown:s}=this.showing;!e||t===this.scene.canRun||(this.
scene.canRun=t,this.limits.ofKernel(t),this.showing.waiting.end(),t||!s?this.showing.load():e.of(this.scene.choice)?
this.redraw():(this.choose(s),this.say(pe)))}get view(){let{h:t,layers:e,choice:s}=this.scene,o=this.showing.runs.
datasets.about.get(s.own_points)?.labels,i=o?{labels:o}:{},[r,a]=[this.player.speed,this.inside.slow.isOn];return{
half_step:t,layers:e,speed:r,slow:a,large:this.layout.isLarge,...i}}get state(){let{choice:t,data:e,layers:s}=this.
scene,i=e&&wt(s.along,t.n_components,e.D)?s.along:B;return Oe(t,{...this.view,layers:{...s,along:i}})}seen(){let{
layout:t,screen:e,scene:s}=this;return!e.look||!s.trace?null:{panels:t.panels,look:e.look,paint:e.paint.bind(e)}}settled(){
this.onview(this.view),this.layout.own.show(),this.limits.keepStills()}};var Fu=["dead","terminating"];async function Ra(n,t,e){let s=n.widget_manager,o=await Ru(s,t),i=s?.context?.sessionContext??
s?.kernel,[r,a,l,h]=[0,0,!1,!1],c=b=>{h=b,e(b)},f=()=>!!i?.statusChanged&&(!s.kernel||Fu.includes(s.kernel.status)),
u=()=>{o?.comm_live!==!1&&!f()||(l=!1,c(!0))},p=b=>{typeof b=="number"&&(a=Math.max(a,b)),c(!1)},d=b=>{b.content.
execution_state==="idle"&&(l=!1,setTimeout(()=>a>=r||l||c(!0),100))},m=()=>{if(u(),!(l||f())){l=!0,r+=1;try{n.
send(r,{iopub:{status:d}})}catch{l=!1,c(!0)}}},w=[i?.statusChanged,i?.kernelChanged].filter(Boolean);n.on("msg\
:custom",p),o?.on("comm_live_update",u);for(let b of w)b.connect(u);return m(),{ask:m,stop:()=>{n.off("msg:cus\
tom",p),o?.off("comm_live_update",u);for(let b of w)b.disconnect(u)},isGone:()=>h}}async function Ru(n,t){return n?.
get_model?.(t)?.catch(()=>null)}var Cu=/(?:"|IPY_MODEL_)([0-9a-f]{32})"/g,ju="gmm_helpers.",zu="application/vnd.jupyter.widget-state+json",Bu="\
application/vnd.jupyter.widget-view+json",Wu="Error displaying widget: model not found";function ja(n){let t=n?.context?.model,e=n?._modelsSync;if(!t?.toJSON||!e||Object.hasOwn(n,"get_state_sync"))return;
let s=n.get_state_sync.bind(n);n.get_state_sync=o=>{let i=[...e.values()].filter(r=>!r.comm_live);for(let r of i)
r._comm_live=!0;try{let r=s(o),a=new Set(i.map(l=>l.model_id));return{...r,state:Uu(r.state,t.toJSON().cells,a)}}finally{
for(let r of i)r._comm_live=!1}},qu(n,async()=>{Ku(n,document),await Gu(n)})}function qu(n,t){let e=0,s=()=>{clearTimeout(
e),e=setTimeout(t,1e3)};n.restored?.connect(s),s()}function Ku(n,t){let e=n.context?.model?.cells;for(let s of t.
querySelectorAll(".jp-Cell .jp-OutputArea-output.jupyter-widgets")){if(!s.textContent.startsWith(Wu))continue;
let o=s.closest("[data-windowed-list-index]"),i=o&&e?.get(Number(o.dataset.windowedListIndex))?.outputs;for(let r=0;r<
(i?.length??0);r++){let a=i.get(r).toJSON();n.has_model(a.data?.[Bu]?.model_id)&&i.set(r,a)}}}async function Gu(n){
let{context:t}=n;if(!t?.model?.dirty)return;let e={type:"notebook",format:"json",content:!0},s=await t._manager?.
contents?.get(t.path,e).catch(()=>null);if(!s?.content||!n.context?.model)return;let o=t.model.toJSON(),i={[zu]:n.
get_state_sync({drop_defaults:!0})},r={...o,metadata:{...o.metadata,widgets:i}};Ca(r)===Ca(s.content)&&(t.model.
dirty=!1)}function Ca(n){return JSON.stringify(n,(e,s)=>{if(e!=="trusted")return Object.prototype.toString.call(
s)!=="[object Object]"?s:Object.fromEntries(Object.entries(s).sort(([o],[i])=>o<i?-1:1))})}function Uu(n,t,e){
let s=new Set,o=[JSON.stringify(t)];for(let a of o)for(let[,l]of a.matchAll(Cu))!(l in n)||s.has(l)||(s.add(l),
o.push(JSON.stringify(n[l].state)));let i=a=>String(n[a].state._anywidget_id).startsWith(ju),r=([a])=>s.has(a)||
!(e.has(a)||i(a));return Object.fromEntries(Object.entries(n).filter(r))}var Hu=50,mo=new Map;function za(n,t,e){let s=new ks;s.take(n.datasets),s.take(n.own_data);let o=t?new Ps(s,e):
null;return o&&n.own_run.byteLength&&o.takeKept(n.own_run),{datasets:s,own:o}}function Ba({model:n}){let{key:t,
has_own_steps:e}=n.get("options"),s={datasets:n.get("_datasets"),own_data:n.get("_own_data"),own_run:n.get("_o\
wn_run")},o=za(s,e,i=>n.send(i));return o.own&&n.on("msg:custom",o.own.hear.bind(o.own)),mo.set(t,o),ja(n.widget_manager),
()=>mo.delete(t)}async function Wa({model:n,el:t}){let e=()=>Object.fromEntries(xe.map(b=>[b,n.get(b)])),s={...n.
get("options"),...n.get("view")},o=null,i=await Ra(n,s.key,b=>o?.setKernel(!b)),r=mo.get(s.key),a=!1,l=b=>{a=!0;
for(let[x,M]of Object.entries(b))n.set(x,M);a=!1,i.ask(),i.isGone()||n.save_changes()},h=0,c=null,f=()=>{clearTimeout(
h),c&&l(c),c=null},u=b=>{clearTimeout(h),c=b,h=window.setTimeout(f,Hu)},p="",d=new ye(s,e(),r,{onchoice:u,onview:b=>{
JSON.stringify(b)!==p&&l({view:JSON.parse(p=JSON.stringify(b))})}});o=d,p=JSON.stringify(d.view),s.problem&&(d.
layout.problem.textContent=s.problem);let m=0,w=()=>{a||(clearTimeout(m),m=window.setTimeout(()=>d.adopt(e()),
0))};for(let b of xe)n.on(`change:${b}`,w);t.classList.add("emx-host"),t.append(d.element),d.surroundings.resize(),
d.setKernel(!i.isGone()),d.element.addEventListener("focusin",i.ask);let y=Ju(n,r.datasets,d);return()=>{f(),i.
stop(),y(),clearTimeout(m);for(let b of xe)n.off(`change:${b}`,w);d.close()}}function Ju(n,t,e){if(!t.isPart)return()=>{};
let s=Math.random().toString(36).slice(2),o=(i,r)=>{i?.request===s&&(t.take(r[0]),e.showing.forget())};n.on("m\
sg:custom",o);try{n.send({client:"",request:s,what:"data"})}catch{}return()=>n.off("msg:custom",o)}function qa({
options:n,config:t,blocks:e},s){let o=Object.fromEntries(Object.entries(e).map(([f,u])=>[f,zr(u)])),i=za(o,n.has_own_steps,
null),r=new Ne(n,t),{choice:a,view:l,problems:h}=r.read(),c=new ye({...n,...l},a,i,{onview:()=>r.write(c.state)});
return r.isAlone&&c.layout.share.setLink(f=>r.linkTo(f)),h.length&&c.say(h.join(" ")),s.append(c.element),c.surroundings.
resize(),c.setKernel(!1),r.isAlone&&window.addEventListener("keydown",f=>c.keyboard.takeUp(f)),c}var Du=40;function Ka(){let n=new Yt(s=>self.postMessage(s)),t=0;function e(){n.work(Du),t=n.isIdle?0:setTimeout(
e)}self.onmessage=({data:s})=>{n.take(s),!t&&!n.isIdle&&(t=setTimeout(e))}}var Yu={initialize:Ba,render:Wa};
return module.exports}
const{default:all,open}=theBundle(module);
export{all as default,open};
